// SPDX-License-Identifier: Apache-2.0
#include "demo/people.h"

#include <array>
#include <span>

namespace paceline::demo {
namespace {

struct Name {
  const char* text;
  const char* latin;
};

constexpr std::array<Name, 12> kReps{{{"Elena Petrova", "elena.petrova"},
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

constexpr std::size_t kFirstNames = 16;
constexpr std::size_t kLastNames = 20;
using FirstNames = std::array<Name, kFirstNames>;
using LastNames = std::array<Name, kLastNames>;

/// Women's names in even places, men's in odd ones; last names beside them, where the language changes them.
struct Language {
  FirstNames first;
  LastNames women;
  LastNames men;
  bool last_name_first = false;
};

constexpr LastNames kEnglishLast{
    {{"Whitaker", "whitaker"}, {"Hale", "hale"},     {"Fletcher", "fletcher"}, {"Okoye", "okoye"},
     {"Barnes", "barnes"},     {"Marlow", "marlow"}, {"Singh", "singh"},       {"Reid", "reid"},
     {"Thornton", "thornton"}, {"Bishop", "bishop"}, {"Carver", "carver"},     {"Donnelly", "donnelly"},
     {"Frost", "frost"},       {"Harper", "harper"}, {"Lowe", "lowe"},         {"Nash", "nash"},
     {"Quinn", "quinn"},       {"Sutton", "sutton"}, {"Walsh", "walsh"},       {"Yates", "yates"}}};
constexpr LastNames kArabicLast{
    {{"الخطيب", "khatib"}, {"حداد", "haddad"},  {"منصور", "mansour"}, {"النجار", "najjar"}, {"صالح", "saleh"},
     {"عباس", "abbas"},    {"الحسن", "hassan"}, {"قاسم", "qasim"},    {"يوسف", "yousef"},   {"سليمان", "sulaiman"},
     {"ناصر", "nasser"},   {"العلي", "ali"},    {"درويش", "darwish"}, {"حمدان", "hamdan"},  {"عيسى", "issa"},
     {"بكر", "bakr"},      {"زيدان", "zidan"},  {"رمضان", "ramadan"}, {"شاهين", "shahin"},  {"فارس", "fares"}}};
constexpr LastNames kHungarianLast{
    {{"Kovács", "kovacs"}, {"Tóth", "toth"},       {"Szabó", "szabo"},       {"Horváth", "horvath"},
     {"Varga", "varga"},   {"Kiss", "kiss"},       {"Molnár", "molnar"},     {"Németh", "nemeth"},
     {"Farkas", "farkas"}, {"Balogh", "balogh"},   {"Papp", "papp"},         {"Takács", "takacs"},
     {"Juhász", "juhasz"}, {"Lakatos", "lakatos"}, {"Mészáros", "meszaros"}, {"Oláh", "olah"},
     {"Simon", "simon"},   {"Rácz", "racz"},       {"Fekete", "fekete"},     {"Szilágyi", "szilagyi"}}};
constexpr LastNames kAlbanianLast{
    {{"Gashi", "gashi"},       {"Berisha", "berisha"}, {"Krasniqi", "krasniqi"}, {"Hoxha", "hoxha"},
     {"Leka", "leka"},         {"Shala", "shala"},     {"Bytyqi", "bytyqi"},     {"Dervishi", "dervishi"},
     {"Kelmendi", "kelmendi"}, {"Marku", "marku"},     {"Prifti", "prifti"},     {"Rama", "rama"},
     {"Çela", "cela"},         {"Zeka", "zeka"},       {"Hysi", "hysi"},         {"Lleshi", "lleshi"},
     {"Nikolla", "nikolla"},   {"Osmani", "osmani"},   {"Toska", "toska"},       {"Vuçaj", "vucaj"}}};

constexpr std::array<Language, kLanguages> kNames{
    {{{{{"Grace", "grace"},
        {"James", "james"},
        {"Olivia", "olivia"},
        {"Henry", "henry"},
        {"Amelia", "amelia"},
        {"Samuel", "samuel"},
        {"Chloe", "chloe"},
        {"Oscar", "oscar"},
        {"Hannah", "hannah"},
        {"Noah", "noah"},
        {"Ruth", "ruth"},
        {"Callum", "callum"},
        {"Priya", "priya"},
        {"Daniel", "daniel"},
        {"Erin", "erin"},
        {"Thomas", "thomas"}}},
      kEnglishLast,
      kEnglishLast,
      false},
     {{{{"Мария", "maria"},
        {"Георги", "georgi"},
        {"Елена", "elena"},
        {"Димитър", "dimitar"},
        {"Десислава", "desislava"},
        {"Петър", "petar"},
        {"Ралица", "ralitsa"},
        {"Николай", "nikolay"},
        {"Виктория", "viktoria"},
        {"Стефан", "stefan"},
        {"Йоана", "yoana"},
        {"Борис", "boris"},
        {"Милена", "milena"},
        {"Калоян", "kaloyan"},
        {"Цветелина", "tsvetelina"},
        {"Атанас", "atanas"}}},
      {{{"Петрова", "petrova"},     {"Иванова", "ivanova"},   {"Димитрова", "dimitrova"}, {"Стоянова", "stoyanova"},
        {"Николова", "nikolova"},   {"Тодорова", "todorova"}, {"Георгиева", "georgieva"}, {"Ангелова", "angelova"},
        {"Колева", "koleva"},       {"Маринова", "marinova"}, {"Илиева", "ilieva"},       {"Василева", "vasileva"},
        {"Атанасова", "atanasova"}, {"Попова", "popova"},     {"Христова", "hristova"},   {"Михайлова", "mihaylova"},
        {"Костова", "kostova"},     {"Радева", "radeva"},     {"Драганова", "draganova"}, {"Янкова", "yankova"}}},
      {{{"Петров", "petrov"},     {"Иванов", "ivanov"},   {"Димитров", "dimitrov"}, {"Стоянов", "stoyanov"},
        {"Николов", "nikolov"},   {"Тодоров", "todorov"}, {"Георгиев", "georgiev"}, {"Ангелов", "angelov"},
        {"Колев", "kolev"},       {"Маринов", "marinov"}, {"Илиев", "iliev"},       {"Василев", "vasilev"},
        {"Атанасов", "atanasov"}, {"Попов", "popov"},     {"Христов", "hristov"},   {"Михайлов", "mihaylov"},
        {"Костов", "kostov"},     {"Радев", "radev"},     {"Драганов", "draganov"}, {"Янков", "yankov"}}},
      false},
     {{{{"ليلى", "layla"},
        {"أحمد", "ahmad"},
        {"مريم", "maryam"},
        {"عمر", "omar"},
        {"سلمى", "salma"},
        {"كريم", "karim"},
        {"نادية", "nadia"},
        {"يوسف", "yousef"},
        {"هدى", "huda"},
        {"طارق", "tariq"},
        {"رنا", "rana"},
        {"سامي", "sami"},
        {"دينا", "dina"},
        {"خالد", "khalid"},
        {"أمل", "amal"},
        {"زياد", "ziad"}}},
      kArabicLast,
      kArabicLast,
      false},
     {{{{"Katalin", "katalin"},
        {"Ádám", "adam"},
        {"Réka", "reka"},
        {"Gergő", "gergo"},
        {"Ildikó", "ildiko"},
        {"Zsolt", "zsolt"},
        {"Eszter", "eszter"},
        {"Bence", "bence"},
        {"Zsófia", "zsofia"},
        {"László", "laszlo"},
        {"Nóra", "nora"},
        {"Péter", "peter"},
        {"Orsolya", "orsolya"},
        {"Tamás", "tamas"},
        {"Judit", "judit"},
        {"Márton", "marton"}}},
      kHungarianLast,
      kHungarianLast,
      true},
     {{{{"Анна", "anna"},
        {"Игорь", "igor"},
        {"Ольга", "olga"},
        {"Сергей", "sergey"},
        {"Дарья", "darya"},
        {"Олег", "oleg"},
        {"Наталья", "natalya"},
        {"Михаил", "mikhail"},
        {"Ирина", "irina"},
        {"Алексей", "aleksey"},
        {"Ксения", "ksenia"},
        {"Павел", "pavel"},
        {"Татьяна", "tatyana"},
        {"Дмитрий", "dmitry"},
        {"Вера", "vera"},
        {"Роман", "roman"}}},
      {{{"Смирнова", "smirnova"}, {"Волкова", "volkova"},   {"Кузнецова", "kuznetsova"}, {"Соколова", "sokolova"},
        {"Морозова", "morozova"}, {"Лебедева", "lebedeva"}, {"Козлова", "kozlova"},      {"Новикова", "novikova"},
        {"Павлова", "pavlova"},   {"Орлова", "orlova"},     {"Зайцева", "zaytseva"},     {"Белова", "belova"},
        {"Комарова", "komarova"}, {"Киселёва", "kiseleva"}, {"Громова", "gromova"},      {"Титова", "titova"},
        {"Воронина", "voronina"}, {"Жукова", "zhukova"},    {"Ершова", "ershova"},       {"Баранова", "baranova"}}},
      {{{"Смирнов", "smirnov"}, {"Волков", "volkov"},   {"Кузнецов", "kuznetsov"}, {"Соколов", "sokolov"},
        {"Морозов", "morozov"}, {"Лебедев", "lebedev"}, {"Козлов", "kozlov"},      {"Новиков", "novikov"},
        {"Павлов", "pavlov"},   {"Орлов", "orlov"},     {"Зайцев", "zaytsev"},     {"Белов", "belov"},
        {"Комаров", "komarov"}, {"Киселёв", "kiselev"}, {"Громов", "gromov"},      {"Титов", "titov"},
        {"Воронин", "voronin"}, {"Жуков", "zhukov"},    {"Ершов", "ershov"},       {"Баранов", "baranov"}}},
      false},
     {{{{"Teuta", "teuta"},
        {"Arben", "arben"},
        {"Vlora", "vlora"},
        {"Blerim", "blerim"},
        {"Drita", "drita"},
        {"Agron", "agron"},
        {"Albana", "albana"},
        {"Ilir", "ilir"},
        {"Mirela", "mirela"},
        {"Besnik", "besnik"},
        {"Elira", "elira"},
        {"Dritan", "dritan"},
        {"Ornela", "ornela"},
        {"Gent", "gent"},
        {"Valbona", "valbona"},
        {"Ardit", "ardit"}}},
      kAlbanianLast,
      kAlbanianLast,
      false}}};

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

PersonName named(const Language& language, std::size_t first, std::size_t last) {
  const Name& own = language.first.at(first);
  const Name& family = (first % 2 == 0 ? language.women : language.men).at(last);
  const std::string name =
      language.last_name_first ? std::string(family.text) + " " + own.text : std::string(own.text) + " " + family.text;
  return {name, std::string(own.latin) + "." + family.latin};
}

const Language& of(int language) {
  return kNames.at(static_cast<std::size_t>(language));
}

/// Every pair of first and last name in turn, neighbours with different ones.
PersonName nth(int n, int language) {
  const auto number = static_cast<std::size_t>(n);
  return named(of(language), number * 5 % kFirstNames, (number + number / kFirstNames) * 7 % kLastNames);
}

}  // namespace

PersonName rep_name(int n, int language) {
  const auto index = static_cast<std::size_t>(n);
  if (index < kReps.size()) return {kReps.at(index).text, kReps.at(index).latin};
  PersonName person = nth(n, language);
  person.address += "." + std::to_string(n + 1);
  return person;
}

PersonName manager_name(int n, int language) {
  PersonName person = nth(n * 11 + 3, language);
  person.address += ".m" + std::to_string(n + 1);
  return person;
}

std::string contact_name(int language, Chance& chance) {
  return named(of(language), static_cast<std::size_t>(chance.below(kFirstNames)),
               static_cast<std::size_t>(chance.below(kLastNames)))
      .name;
}

std::string account_name(Chance& chance) {
  return one_of(kFirms, chance) + " " + one_of(kTrades, chance);
}

}  // namespace paceline::demo
