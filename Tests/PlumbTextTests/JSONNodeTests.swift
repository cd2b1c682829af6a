import PlumbText
import Testing

@Suite struct JSONNodeTests {
  @Test func `gives every value its place, in order`() throws {
    let text = #"{ "b": [1, -2.50e1, "é\n"], "a" : {"x": null, "y": true}, "b": false }"#
    let bytes = Array(text.utf8)
    let root = try JSONDocument(bytes).root
    func cut(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    #expect(cut(root.range) == text)
    #expect(root.members?.map(\.name) == ["b", "a", "b"])
    #expect(root.members?.map { cut($0.nameRange) } == ["\"b\"", "\"a\"", "\"b\""])
    #expect(
      root.members?.map { cut($0.value.range) }
        == [#"[1, -2.50e1, "é\n"]"#, #"{"x": null, "y": true}"#, "false"]
    )
    let elements = try #require(root.members?[0].value.elements)
    #expect(elements.map { cut($0.range) } == ["1", "-2.50e1", #""é\n""#])
    #expect(elements.map(\.kind) == [.number, .number, .string])
    #expect(elements[1].number?.text == "-2.50e1")
    #expect(elements[1].integer == -25)
    #expect(elements[2].string == "é\n")
    #expect(root["b"]?.boolean == false)
    #expect(root["a"]?["x"]?.isNull == true)
    #expect(root["z"] == nil)
  }

  @Test(
    arguments: [
      ("", "whole"), ("/a", "[1,2,\"x\"]"), ("/a/0", "1"), ("/a/2", "\"x\""), ("/a/3", nil),
      ("/a/-", nil), ("/a/00", nil), ("/b/c~1d", "3"), ("/b/0", "4"), ("/z", nil), ("/b/c", nil),
      ("/a/0/x", nil), ("/a/99999999999999999999", nil), ("/a/", nil),
    ] as [(String, String?)]
  )
  func `finds the value at a pointer`(pointer: String, found: String?) throws {
    let text = #"{"a":[1,2,"x"],"b":{"c/d":3, "0": 4 } }"#
    let bytes = Array(text.utf8)
    let node = try JSONDocument(bytes).root[JSONPointer(pointer)]
    let cut = node.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(cut == (found == "whole" ? text : found))
  }

  @Test func `finds the pointer of a place`() throws {
    let text = Array(#"{"a":[1, {"b/c": 12}], "d": 3}"#.utf8)
    let root = try JSONDocument(text).root
    let pointers = text.indices.map { root.pointer(at: $0)?.description ?? "none" }

    #expect(pointers[0] == "")
    #expect(pointers[1] == "/a")
    #expect(pointers[5] == "/a")
    #expect(pointers[6] == "/a/0")
    #expect(pointers[8] == "/a")
    #expect(pointers[9] == "/a/1")
    #expect(pointers[10] == "/a/1/b~1c")
    #expect(pointers[18] == "/a/1/b~1c")
    #expect(pointers[22] == "")
    #expect(pointers[28] == "/d")
    #expect(root.pointer(at: text.count) == nil)
  }

  @Test func `tells names apart byte by byte`() throws {
    let root = try JSONDocument(Array("{\"e\u{301}\":1,\"\u{E9}\":2}".utf8)).root
    #expect(root["\u{E9}"]?.integer == 2)
    #expect(root["e\u{301}"]?.integer == 1)
  }
}
