using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.Cli.Editing.Protocol;

/// <summary>Reads a number that is out of range as the nearest one: clients write "to the end" as a line beyond all lines.</summary>
internal sealed class LenientNumbers : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetInt32(out var number) ? number : (int)Math.Clamp(reader.GetDouble(), int.MinValue, int.MaxValue);

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
