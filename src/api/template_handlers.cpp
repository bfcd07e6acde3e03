// SPDX-License-Identifier: Apache-2.0
#include <boost/json/parse.hpp>

#include "api/forms/template.h"
#include "api/handlers.h"
#include "api/pages.h"
#include "api/shipped_templates.h"
#include "json/any.h"

namespace paceline::api {
namespace {

boost::json::object document_of(const ShippedTemplate& shipped) {
  return boost::json::parse(shipped.document).as_object();
}

std::vector<std::string> members(const boost::json::object& document, std::string_view list, std::string_view member) {
  std::vector<std::string> texts;
  for (const boost::json::value& item : document.at(list).as_array()) {
    texts.emplace_back(item.at(member).as_string());
  }
  return texts;
}

}  // namespace

void add_template_handlers(Router& router, const Backend&) {
  router.on("list_templates", [](const Call&, const form::PageQuery& query) {
    std::vector<form::Template> forms;
    for (const ShippedTemplate& shipped : shipped_templates()) {
      const auto document = document_of(shipped);
      forms.push_back(
          {std::string(shipped.name), members(document, "kinds", "label"), members(document, "quotas", "name")});
    }
    return page_of(std::move(forms), query);
  });

  router.on("get_template", [](const Call& call) -> Result<boost::json::object> {
    for (const ShippedTemplate& shipped : shipped_templates()) {
      if (shipped.name == call.path_text("template")) return document_of(shipped);
    }
    return fail(Fault::not_found, "template.not_found");
  });
}

}  // namespace paceline::api
