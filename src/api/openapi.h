// SPDX-License-Identifier: Apache-2.0
// The description of the API for programs: an OpenAPI 3.1 document made of the route table and the forms, so that it
// cannot say anything else than what the server does. The same text for the same build. A form that looks otherwise in
// requests than in answers has two components: Kind and KindInput.
//
// Paths stand without "/api/v1", which is the server's address. A read-only extension, "x-right", says what an
// operation asks for.
#pragma once

#include <string>

namespace paceline::api {

[[nodiscard]] std::string openapi_document();

}  // namespace paceline::api
