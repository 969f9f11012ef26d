using System.Globalization;
using System.Text.Json;

namespace Eliza.Service.Contract;

/// <summary>
/// Reads the value of a parameter. The reader is at its name. A null counts as an absent parameter; another type is an error.
/// </summary>
internal static class JsonValue
{
    public static bool? Boolean(ref Utf8JsonReader reader, string param)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            _ => throw WrongType(param, "true or false"),
        };
    }

    public static string? Text(ref Utf8JsonReader reader, string param)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw WrongType(param, "a string"),
        };
    }

    public static long? Integer(ref Utf8JsonReader reader, string param, long least = long.MinValue, long most = long.MaxValue)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.Number)
            throw WrongType(param, "an integer");
        if (!reader.TryGetInt64(out var value))
        {
            if (reader.ValueSpan.IndexOfAny("."u8) >= 0 || reader.ValueSpan.IndexOfAny("eE"u8) >= 0)
                throw WrongType(param, "an integer");
            value = reader.ValueSpan[0] == '-' ? long.MinValue : long.MaxValue;
            if (value == least || value == most)
                throw WrongType(param, "an integer of 64 bits");
        }
        if (value < least)
            throw new ApiException(ApiError.BelowMinimum(param, "integer", Digits(least)));
        if (value > most)
            throw new ApiException(ApiError.AboveMaximum(param, "integer", Digits(most)));
        return value;
    }

    public static double? Number(ref Utf8JsonReader reader, string param, int least, int most)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.Number)
            throw WrongType(param, "a number");
        // A number that is too large for a double is read as infinity.
        var value = reader.GetDouble();
        if (value < least)
            throw new ApiException(ApiError.BelowMinimum(param, "decimal", Digits(least)));
        if (value > most)
            throw new ApiException(ApiError.AboveMaximum(param, "decimal", Digits(most)));
        return value;
    }

    /// <summary>Enters an object; false if it is null.</summary>
    public static bool EnterObject(ref Utf8JsonReader reader, string param)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw WrongType(param, "an object"),
        };
    }

    private static ApiException WrongType(string param, string expected) => new(ApiError.WrongType(param, expected));

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
