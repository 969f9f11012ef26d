using System.Text;
using System.Text.Json;
using Eliza.Function.Json;
using Eliza.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.Function.Tests.Json;

/// <summary>What our writer writes, every reader of JSON reads back, and every reader of lines sees as one line.</summary>
public class JsonWriterTests
{
    [Fact]
    public void An_object_with_a_member_of_each_kind() => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("text"u8, "a");
        json.WriteString("bytes"u8, "\"b\""u8);
        json.WriteString("parts"u8, "c-"u8, "d");
        json.WriteNull("nothing"u8);
        json.WriteNumber("least"u8, long.MinValue);
        json.WriteNumber("decimal"u8, 0.1);
        json.WriteNumber("whole"u8, 1.0);
        json.WriteBoolean("yes"u8, true);
        json.WriteBoolean("unknown"u8, null);
        json.WriteStartArray("list"u8);
        json.WriteStartObject();
        json.WriteEndObject();
        json.WriteStringValue("e");
        json.WriteNullValue();
        json.WriteStartArray();
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartObject("empty"u8);
        json.WriteEndObject();
        json.WriteString("na\"me", "f");
        json.WriteEndObject();
    }).ShouldBe(
        """{"text":"a","bytes":"\"b\"","parts":"c-d","nothing":null,"least":-9223372036854775808,"decimal":0.1,"whole":1,"yes":true,"unknown":null,"list":[{},"e",null,[]],"empty":{},"na\"me":"f"}""");

    [Fact]
    public void Values_with_other_text_between_them() => Written(json =>
    {
        json.WriteRaw("data: "u8);
        json.WriteStartObject();
        json.WriteEndObject();
        json.WriteRaw("\n\ndata: "u8);
        json.WriteStartObject();
        json.WriteEndObject();
    }).ShouldBe("data: {}\n\ndata: {}");

    [Fact]
    public void Letters_stay_themselves_and_ends_of_lines_do_not() =>
        Written(json => json.WriteStringValue("é 漢 😀 <&'/> \" \\ \b\f\n\r\t\v\0 \u007F\u0085\u009F\u00A0\u2028\u2029 \uD83D"))
            .ShouldBe("\"é 漢 😀 <&'/> \\\" \\\\ \\b\\f\\n\\r\\t\\u000B\\u0000 \\u007F\\u0085\\u009F\u00A0\\u2028\\u2029 \uFFFD\"");

    [Fact]
    public void Any_text_is_read_back_and_is_one_line() => Law.Holds(AnyText(), text =>
    {
        var json = Written(writer => writer.WriteStringValue(text));
        JsonSerializer.Deserialize<string>(json).ShouldBe(WithoutHalfPairs(text));
        json.ShouldNotContain('\n');
        json.ReplaceLineEndings("\n").ShouldBe(json);
    }, times: 2_000);

    [Fact]
    public void Any_text_in_UTF_8_is_read_back() => Law.Holds(AnyText(), text =>
    {
        var json = Written(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("a"u8, Encoding.UTF8.GetBytes(text));
            writer.WriteEndObject();
        });
        JsonDocument.Parse(json).RootElement.GetProperty("a").GetString().ShouldBe(WithoutHalfPairs(text));
    }, times: 2_000);

    [Fact]
    public void Text_of_every_length_is_read_back()
    {
        foreach (var mark in new[] { "", "\"", "\\", "\n", "\u007F", "é", "\"\"" })
        {
            for (var before = 0; before < 34; before++)
            {
                for (var after = 0; after < 34; after++)
                {
                    var text = $"{new string('x', before)}{mark}{new string('y', after)}";
                    var json = Written(writer =>
                    {
                        writer.WriteStartArray();
                        writer.WriteStringValue(text);
                        writer.WriteStartObject();
                        writer.WriteString("a"u8, Encoding.UTF8.GetBytes(text));
                        writer.WriteEndObject();
                        writer.WriteEndArray();
                    });
                    var read = JsonDocument.Parse(json).RootElement;
                    read[0].GetString().ShouldBe(text);
                    read[1].GetProperty("a").GetString().ShouldBe(text);
                }
            }
        }
    }

    [Fact]
    public void Any_number_is_read_back() => Law.Holds(ArbMap.Default.ArbFor<(long Integer, NormalFloat Number)>(), value =>
    {
        var json = JsonDocument.Parse(Written(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("integer"u8, value.Integer);
            writer.WriteNumber("number"u8, value.Number.Get);
            writer.WriteEndObject();
        })).RootElement;
        json.GetProperty("integer").GetInt64().ShouldBe(value.Integer);
        json.GetProperty("number").GetDouble().ShouldBe(value.Number.Get);
    });

    private static Gen<string> AnyText() => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements("a", "plain words ", "\"", "\\", "\n", "\u2028", "é", "😀", "\uD83D", "\uDE00", "\u0000", "\u0085").ArrayOf().Select(string.Concat));

    private static string WithoutHalfPairs(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Written(Action<JsonWriter> write)
    {
        var json = new JsonWriter(1);
        write(json);
        return Encoding.UTF8.GetString(json.Written.Span);
    }
}
