// Holds JSON bodies to two field tables with simdjson's on-demand reader, as a peer for `plumb`.
//
// usage: simdjson_peer FILE ab|a
//
// FILE holds one body per line. With `ab` the lines alternate between "Occupations in type" and
// "Related occupations for tasks"; with `a` the whole file is one body of the first kind. Prints
// the bodies, how many of them break their table, and the CPU seconds spent on validation alone.

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>

#include "simdjson.h"

namespace ondemand = simdjson::ondemand;
using ondemand::value;

// --- the types of a field table; each says whether a value keeps it ---

struct String {
  // Decodes the string: the on-demand reader looks at escapes only then.
  static bool accepts(value found) {
    std::string_view text;
    return found.get_string().get(text) == simdjson::SUCCESS;
  }
};

struct Integer {
  static bool accepts(value found) {
    int64_t number;
    return found.get_int64().get(number) == simdjson::SUCCESS;
  }
};

struct Boolean {
  static bool accepts(value found) {
    bool truth;
    return found.get_bool().get(truth) == simdjson::SUCCESS;
  }
};

template <class Element>
struct List {
  static bool accepts(value found) {
    ondemand::array list;
    if (found.get_array().get(list)) return false;
    for (auto next : list) {
      value element;
      if (std::move(next).get(element) || !Element::accepts(element)) return false;
    }
    return true;
  }
};

template <size_t N>
struct Name {
  char text[N]{};
  constexpr Name(const char (&literal)[N]) { std::copy_n(literal, N, text); }
  constexpr std::string_view view() const { return {text, N - 1}; }
};

template <Name name, class Type, bool required = true>
struct Row {
  static constexpr std::string_view key = name.view();
  static constexpr bool isRequired = required;
  static bool accepts(value found) { return Type::accepts(found); }
};

template <Name name, class Type>
using Optional = Row<name, Type, false>;

// An object with exactly these rows: none unknown, none twice, none of the required ones missing.
template <class... Rows>
struct Object {
  static constexpr size_t count = sizeof...(Rows);
  static constexpr std::string_view keys[] = {Rows::key...};

  static constexpr uint32_t required() {
    uint32_t mask = 0, bit = 1;
    ((mask |= Rows::isRequired ? bit : 0, bit <<= 1), ...);
    return mask;
  }

  static bool accepts(value found) {
    ondemand::object object;
    return !found.get_object().get(object) && accepts(object);
  }

  static bool accepts(ondemand::object object) {
    uint32_t seen = 0;
    size_t expected = 0;
    for (auto next : object) {
      ondemand::field field;
      if (std::move(next).get(field)) return false;
      size_t row = find(field, expected);
      if (row == count || (seen >> row & 1)) return false;
      seen |= 1u << row;
      expected = row + 1;
      if (!dispatch(row, field.value(), std::index_sequence_for<Rows...>())) return false;
    }
    return (seen & required()) == required();
  }

 private:
  // The row that the field names, tried first where the documented order has it.
  static size_t find(ondemand::field &field, size_t expected) {
    const char *raw = field.key().raw();
    for (size_t step = 0; step < count; step++) {
      size_t row = expected + step < count ? expected + step : expected + step - count;
      std::string_view key = keys[row];
      if (std::memcmp(raw, key.data(), key.size()) == 0 && raw[key.size()] == '"') return row;
    }
    std::string_view spelt;
    if (field.unescaped_key().get(spelt)) return count;
    return std::find(keys, keys + count, spelt) - keys;
  }

  template <size_t... Index>
  static bool dispatch(size_t row, value found, std::index_sequence<Index...>) {
    bool kept = false;
    (void)((row == Index && ((kept = Rows::accepts(found)), true)) || ...);
    return kept;
  }
};

// --- the two field tables ---

template <class Occupation>
using Page = Object<Row<"start", Integer>, Row<"end", Integer>, Row<"total", Integer>,
                    Optional<"prev", String>, Optional<"next", String>,
                    Row<"occupation", List<Occupation>>>;

using Tags = Object<Optional<"bright_outlook", Boolean>>;
using Family = Object<Row<"code", String>, Row<"title", String>>;
using Zone = Object<Row<"code", Integer>, Row<"title", String>>;
using Task = Object<Row<"id", String>, Row<"title", String>>;
using Tasks = Object<Row<"closely_related", List<Task>>, Row<"less_related", List<Task>>,
                     Row<"full", List<Task>>>;

using InType = Page<Object<Row<"href", String>, Row<"code", String>, Row<"title", String>,
                           Row<"tags", Tags>, Row<"job_family", Family>>>;
using Related = Page<Object<Row<"href", String>, Row<"code", String>, Row<"title", String>,
                            Row<"tags", Tags>, Row<"job_zone", Zone>, Row<"tasks", Tasks>>>;

// --- reading and counting ---

static double cpuSeconds() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

struct Validator {
  ondemand::parser parser;
  size_t documents = 0, bad = 0;
  double seconds = 0;

  // Judges one body; `room` counts the readable bytes from its start on.
  template <class Table>
  bool keeps(const char *body, size_t length, size_t room) {
    ondemand::document document;
    ondemand::object root;
    const char *rest;
    return !parser.iterate(body, length, room).get(document) && !document.get_object().get(root) &&
           Table::accepts(root) && document.current_location().get(rest) != simdjson::SUCCESS;
  }

  void judge(const char *body, size_t length, size_t room, bool alternate) {
    bool kept = alternate && documents % 2 ? keeps<Related>(body, length, room)
                                           : keeps<InType>(body, length, room);
    documents += 1;
    bad += !kept;
  }

  // Judges the whole lines among these bytes; returns how many bytes they took.
  size_t judgeLines(const char *bytes, size_t length, size_t room) {
    double start = cpuSeconds();
    size_t taken = 0;
    while (auto *end = (const char *)std::memchr(bytes + taken, '\n', length - taken)) {
      judge(bytes + taken, end - bytes - taken, room - taken, true);
      taken = end - bytes + 1;
    }
    seconds += cpuSeconds() - start;
    return taken;
  }
};

// One buffer for the whole run; it grows only where one body does not fit.
struct Buffer {
  char *bytes = nullptr;
  size_t room = 0, used = 0;

  void grow(size_t size) {
    bytes = (char *)std::realloc(bytes, size);
    if (!bytes) std::exit(70);
    room = size;
  }

  bool fill(int file) {
    if (used + simdjson::SIMDJSON_PADDING >= room) grow(room * 2);
    ssize_t count = read(file, bytes + used, room - used - simdjson::SIMDJSON_PADDING);
    if (count < 0) std::exit(65);
    used += count;
    return count > 0;
  }

  void drop(size_t count) {
    std::memmove(bytes, bytes + count, used - count);
    used -= count;
  }
};

int main(int count, char **words) {
  if (count != 3) return std::fprintf(stderr, "usage: simdjson_peer FILE ab|a\n"), 64;
  int file = open(words[1], O_RDONLY);
  if (file < 0) return std::perror(words[1]), 65;
  Validator validator;
  Buffer buffer;
  buffer.grow(1 << 20);
  if (std::string_view(words[2]) == "a") {
    while (buffer.fill(file)) {}
    double start = cpuSeconds();
    validator.judge(buffer.bytes, buffer.used, buffer.room, false);
    validator.seconds = cpuSeconds() - start;
  } else {
    while (buffer.fill(file)) {
      buffer.drop(validator.judgeLines(buffer.bytes, buffer.used, buffer.room));
    }
  }
  std::printf("{\"documents\":%zu,\"bad\":%zu,\"seconds\":%.6f,\"kernel\":\"%s\"}\n",
              validator.documents, validator.bad, validator.seconds,
              std::string(simdjson::get_active_implementation()->name()).c_str());
}
