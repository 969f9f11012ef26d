using System.Collections;

namespace Eliza.Service;

/// <summary>The headers of a request. The case of names does not matter.</summary>
public sealed class RequestHeaders : IEnumerable<Header>
{
    private readonly List<Header> _headers = [];

    /// <summary>The value of a header, or null. If the header came several times, its values are joined by commas.</summary>
    /// <param name="name">The name.</param>
    public string? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            string? value = null;
            foreach (var header in _headers)
            {
                if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    value = value is null ? header.Value : $"{value},{header.Value}";
            }
            return value;
        }
    }

    /// <summary>Adds a header.</summary>
    public void Add(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        _headers.Add(new Header(name, value));
    }

    /// <inheritdoc/>
    public IEnumerator<Header> GetEnumerator() => _headers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
