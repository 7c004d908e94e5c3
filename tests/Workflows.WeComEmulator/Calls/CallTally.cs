namespace Workflows.WeComEmulator.Calls;

/// <summary>How often each address was called.</summary>
internal sealed class CallTally
{
    private readonly Dictionary<string, int> _counts = [];

    public IReadOnlyDictionary<string, int> All => new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);

    public void Add(string path) => _counts[path] = _counts.GetValueOrDefault(path) + 1;
}
