// SPDX-License-Identifier: Apache-2.0
#include "json/place.h"

namespace paceline::json {
namespace {

std::string escaped(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string Place::pointer() const {
  switch (step_) {
    case Step::root: return {};
    case Step::member: return parent_->pointer() + '/' + escaped(name_);
    case Step::item: return parent_->pointer() + '/' + std::to_string(index_);
    case Step::query: return '?' + std::string(name_);
  }
  return {};
}

void Faults::add(const Place& at, std::string code, std::string detail) {
  if (errors_.size() < kMostFaults)
    errors_.push_back({Fault::invalid, std::move(code), at.pointer(), std::move(detail)});
}

}  // namespace paceline::json
