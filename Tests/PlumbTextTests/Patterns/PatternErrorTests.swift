import PlumbText
import Testing

@Suite struct PatternErrorTests {
  @Test(
    arguments: [
      (
        "a(?=b)", 1,
        "look-ahead \"(?=\" cannot be used in a pattern: list what may stand there instead"
      ),
      (
        "(?!b)", 0,
        "look-ahead \"(?!\" cannot be used in a pattern: list what may stand there instead"
      ),
      (
        "é(?<=b)", 1,
        "look-behind \"(?<=\" cannot be used in a pattern: list what may stand there instead"
      ),
      (
        "(?<!b)", 0,
        "look-behind \"(?<!\" cannot be used in a pattern: list what may stand there instead"
      ),
      (
        #"(a)\1"#, 3,
        "back-reference \"\\1\" cannot be used in a pattern: write out what the group may be"
      ),
      (
        #"\k<a>"#, 0,
        "back-reference \"\\k\" cannot be used in a pattern: write out what the group may be"
      ),
      (
        "(?P=a)", 0,
        "back-reference \"(?P=\" cannot be used in a pattern: write out what the group may be"
      ),
      (
        "a*?", 1,
        "lazy repeat \"*?\" cannot be used in a pattern: write \"*\", which matches the same whole values"
      ),
      (
        "a{2,3}?", 1,
        "lazy repeat \"{2,3}?\" cannot be used in a pattern: write \"{2,3}\", which matches the same whole values"
      ),
      (
        "a??", 1,
        "lazy repeat \"??\" cannot be used in a pattern: write \"?\", which matches the same whole values"
      ),
      ("a++", 1, "possessive repeat \"++\" cannot be used in a pattern: write \"+\""),
      ("(?<year>a)", 0, "named group \"(?<\" cannot be used in a pattern: write \"(\""),
      ("(?P<year>a)", 0, "named group \"(?P<\" cannot be used in a pattern: write \"(\""),
      ("(?>a)", 0, "atomic group \"(?>\" cannot be used in a pattern: write \"(?:\""),
      ("(?#a)", 0, "comment \"(?#\" cannot be used in a pattern: leave it out"),
      (
        "(?(1)a|b)", 0,
        "conditional \"(?(\" cannot be used in a pattern: write both cases, as in \"a|b\""
      ),
      (
        "(?i)a", 0,
        "flag \"(?i\" cannot be used in a pattern: write both cases of letters in a class, as in \"[aA]\""
      ),
      (
        "(?", 0,
        "flag \"(?\" cannot be used in a pattern: write both cases of letters in a class, as in \"[aA]\""
      ),
      (
        #"a\b"#, 1,
        "word boundary \"\\b\" cannot be used in a pattern: write what stands on both sides"
      ),
      (
        #"[\b]"#, 1,
        "word boundary \"\\b\" cannot be used in a pattern: write what stands on both sides"
      ),
      (
        #"\p{L}"#, 0,
        "Unicode property \"\\p\" cannot be used in a pattern: write a class, as in \"[a-zà-ÿ]\""
      ),
      (
        #"\P{L}"#, 0,
        "Unicode property \"\\P\" cannot be used in a pattern: write a class, as in \"[a-zà-ÿ]\""
      ),
      (
        #"\Aa"#, 0,
        "anchor \"\\A\" cannot be used in a pattern: leave it out, since a pattern matches the whole value"
      ),
      (
        #"\Qa"#, 0,
        "quoting \"\\Q\" cannot be used in a pattern: put a backslash before each character"
      ),
      (#"\0"#, 0, "octal escape \"\\0\" cannot be used in a pattern: write \"\\x00\""),
      (
        #"\cA"#, 0,
        "control escape \"\\c\" cannot be used in a pattern: write \"\\x\" and two hexadecimal digits"
      ),
      (#"\y"#, 0, "escape \"\\y\" cannot be used in a pattern: write \"y\""),
      (#"\é"#, 0, "escape \"\\é\" cannot be used in a pattern: write \"é\""),
      (
        "[[:alpha:]]", 1,
        "POSIX class \"[:\" cannot be used in a pattern: write the characters, such as \"a-z\""
      ),
    ]
  )
  func `refuses by name what cannot be used`(source: String, offset: Int, message: String) {
    #expect(throws: SyntaxError(message: message, offset: offset)) { try Pattern(source) }
  }

  @Test(
    arguments: [
      ("(a", 0, "expected \")\" to close the group: close it, or write \"\\(\" for the character"),
      ("a)", 1, "expected \"(\" before \")\": open the group, or write \"\\)\" for the character"),
      ("[a", 0, "expected \"]\" to close the class: close it, or write \"\\[\" for the character"),
      ("[", 0, "expected \"]\" to close the class: close it, or write \"\\[\" for the character"),
      ("a[]", 1, "expected characters in the class \"[]\": write \"\\]\" for \"]\""),
      ("[^]", 0, "expected characters in the class \"[^]\": write \"\\]\" for \"]\""),
      (
        "[z-a]", 1,
        "expected the lower character first, found \"z-a\": swap them, or write \"\\-\" for the character"
      ),
      (
        #"[\d-z]"#, 1,
        "expected single characters around \"-\", found \"\\d-z\": write \"\\-\" for the character"
      ),
      ("*a", 0, "expected something to repeat before \"*\": write \"\\*\" for the character"),
      ("a|+", 2, "expected something to repeat before \"+\": write \"\\+\" for the character"),
      ("{2}", 0, "expected something to repeat before \"{\": write \"\\{\" for the character"),
      (
        "a{", 1,
        "expected a repeat such as \"{2}\", \"{2,}\" or \"{0,2}\": write \"\\{\" for the character"
      ),
      (
        "a{,2}", 1,
        "expected a repeat such as \"{2}\", \"{2,}\" or \"{0,2}\": write \"\\{\" for the character"
      ),
      (
        "a{x}", 1,
        "expected a repeat such as \"{2}\", \"{2,}\" or \"{0,2}\": write \"\\{\" for the character"
      ),
      (
        "a{2", 1,
        "expected a repeat such as \"{2}\", \"{2,}\" or \"{0,2}\": write \"\\{\" for the character"
      ),
      ("a{3,2}", 1, "expected the smaller count first, found \"{3,2}\": write \"{2,3}\""),
      ("a{1001}", 2, "expected at most 1000 repeats, found 1001: use a smaller count, or \"*\""),
      (
        "a{0,99999999999999999999}", 4,
        "expected at most 1000 repeats, found 99999999999999999999: use a smaller count, or \"*\""
      ),
      (
        "a**", 2,
        "expected one repeat, found another after \"*\": put the first in a group, as in \"(a*)*\""
      ),
      (
        "a{2}{3}", 4,
        "expected one repeat, found another after \"{2}\": put the first in a group, as in \"(a{2})*\""
      ),
      ("^*a", 1, "expected something to repeat before \"*\", found \"^\": leave one of them out"),
      ("a\\", 1, "expected a character after \"\\\": write \"\\\\\" for a backslash"),
      (#"\x4"#, 0, "expected 2 hexadecimal digits: write \"\\x41\""),
      (#"\u12"#, 0, "expected 4 hexadecimal digits: write \"\\u00E9\""),
      (#"\u{}"#, 0, "expected hexadecimal digits in braces: write \"\\u{1F600}\""),
      (#"\u{110000}"#, 0, "expected a Unicode scalar, found \"\\u{110000}\": no text holds it"),
      (#"\uD800"#, 0, "expected a Unicode scalar, found \"\\uD800\": no text holds it"),
      (
        "a^", 1,
        "\"^\" can stand only where the value begins: leave it out, since a pattern matches the whole value, or write \"\\^\" for the character"
      ),
      (
        "$a", 0,
        "\"$\" can stand only where the value ends: leave it out, since a pattern matches the whole value, or write \"\\$\" for the character"
      ),
      (
        "(^a)*", 1,
        "\"^\" can stand only where the value begins: leave it out, since a pattern matches the whole value, or write \"\\^\" for the character"
      ),
      (
        "(a$)b", 2,
        "\"$\" can stand only where the value ends: leave it out, since a pattern matches the whole value, or write \"\\$\" for the character"
      ),
    ]
  )
  func `says what was expected and how to mend it`(source: String, offset: Int, message: String) {
    #expect(throws: SyntaxError(message: message, offset: offset)) { try Pattern(source) }
  }

  @Test(
    arguments: [
      "(a{1000}){1000}", "((a{100}){100}){100}", "(((){1000}){1000}){1000}",
      "((((a?){1000}){1000}){1000}){1000}",
      "([^a]{1000}){2}",
    ]
  )
  func `refuses a pattern that grows too large`(source: String) {
    let error = SyntaxError(
      message: "expected a pattern of at most 10000 states: use smaller repeats, or \"*\"",
      offset: 0
    )
    #expect(throws: error) { try Pattern(source) }
  }

  @Test func `refuses groups nested too deep`() {
    let source = String(repeating: "(", count: 50_000)
    let error = SyntaxError(
      message: "expected at most 100 groups inside each other: take the pattern apart",
      offset: 100
    )
    #expect(throws: error) { try Pattern(source) }
  }
}
