namespace Eliza.Runtime.Engine;

/// <summary>
/// The keywords that were found and not yet tried. A keyword with a new highest rank goes to the front, any other to the back. A script
/// in the line language has no keystack, so the arrays are made on first use.
/// </summary>
internal sealed class Keystack
{
    private int[] _front = [];
    private int _frontCount;
    private int[] _back = [];
    private int _backStart;
    private int _backEnd;

    public bool IsEmpty => _frontCount == 0 && _backStart == _backEnd;

    public void Clear() => _frontCount = _backStart = _backEnd = 0;

    public void Push(int keyword)
    {
        if (_frontCount == _front.Length) Array.Resize(ref _front, Math.Max(8, 2 * _frontCount));
        _front[_frontCount++] = keyword;
    }

    public void Append(int keyword)
    {
        if (_backEnd == _back.Length) Array.Resize(ref _back, Math.Max(8, 2 * _backEnd));
        _back[_backEnd++] = keyword;
    }

    public int Pop() => _frontCount > 0 ? _front[--_frontCount] : _back[_backStart++];
}
