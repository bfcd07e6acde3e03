// SPDX-License-Identifier: Apache-2.0
#include "demo/people.h"

#include <array>

namespace paceline::demo {
namespace {

struct RepName {
  const char* name;
  const char* address;
};

constexpr std::array<RepName, 12> kReps{{{"Elena Petrova", "elena.petrova"},
                                         {"Omar Haddad", "omar.haddad"},
                                         {"Szabó Katalin", "katalin.szabo"},
                                         {"Arben Hoxha", "arben.hoxha"},
                                         {"Анна Волкова", "anna.volkova"},
                                         {"James Whitfield", "james.whitfield"},
                                         {"ليلى منصور", "layla.mansour"},
                                         {"Георги Иванов", "georgi.ivanov"},
                                         {"Nagy Ádám", "adam.nagy"},
                                         {"Teuta Krasniqi", "teuta.krasniqi"},
                                         {"Игорь Смирнов", "igor.smirnov"},
                                         {"Grace Okafor", "grace.okafor"}}};

constexpr std::array<const char*, 36> kFirstNames{
    "Petar", "Lucia",  "Mirko", "Rosa",  "Jon",   "Ana",    "Felix",  "Samira", "Maria", "Peter",  "Igor",   "Elif",
    "Tomas", "Hana",   "Ivan",  "Desi",  "Zsolt", "Ildikó", "Blerim", "Drita",  "Karim", "Nadia",  "Yusuf",  "Oleg",
    "Daria", "Stefan", "Clara", "Bence", "Agron", "Vera",   "Niko",   "Salma",  "Adel",  "Milena", "Robert", "Sofia"};
constexpr std::array<const char*, 36> kLastNames{
    "Iliev", "Brandt",  "Lang",   "Blum",  "Hale",   "Duarte",   "Brandl",   "Aziz",     "Stein",
    "Novak", "Pavlov",  "Kaya",   "Berg",  "Weiss",  "Georgiev", "Todorova", "Kovács",   "Tóth",
    "Gashi", "Berisha", "Rahman", "Saleh", "Demir",  "Morozov",  "Sokolova", "Meyer",    "Costa",
    "Varga", "Leka",    "Orlova", "Marin", "Haddad", "Nasser",   "Dimova",   "Fletcher", "Lindqvist"};
constexpr std::array<const char*, 10> kWholeNames{
    "Мария Николова", "Димитър Стоянов", "Ольга Кузнецова", "Сергей Попов", "أحمد الخطيب",
    "نور الدين",      "Kiss Réka",       "Fekete Gergő",    "Ardit Shala",  "Vlora Bytyqi"};

constexpr std::array<const char*, 24> kFirms{"Brightwater", "Alder",   "Kestrel", "Volta",  "Orion",     "Harbor",
                                             "Linden",      "Quarry",  "Summit",  "Cobalt", "Meadow",    "Falcon",
                                             "Granite",     "Juniper", "Beacon",  "Marlow", "Northgate", "Solace",
                                             "Tandem",      "Vertex",  "Willow",  "Amber",  "Castor",    "Delta"};
constexpr std::array<const char*, 10> kTrades{"Dental",   "Logistics", "Foods",    "Energy", "Clinics",
                                              "Printing", "Textiles",  "Builders", "Travel", "Systems"};

template <std::size_t N>
std::string one_of(const std::array<const char*, N>& list, Chance& chance) {
  return list.at(static_cast<std::size_t>(chance.below(static_cast<int>(N))));
}

}  // namespace

PersonName rep_name(int n) {
  const auto index = static_cast<std::size_t>(n);
  if (index < kReps.size()) return {kReps.at(index).name, kReps.at(index).address};
  const char* first = kFirstNames.at(index % kFirstNames.size());
  const char* last = kLastNames.at(index / kFirstNames.size() % kLastNames.size());
  return {std::string(first) + " " + last, "rep" + std::to_string(n + 1)};
}

std::string contact_name(Chance& chance) {
  if (chance.happens(0.15)) return one_of(kWholeNames, chance);
  return one_of(kFirstNames, chance) + " " + one_of(kLastNames, chance);
}

std::string account_name(Chance& chance) {
  return one_of(kFirms, chance) + " " + one_of(kTrades, chance);
}

}  // namespace paceline::demo
