using Workflows.WeComEmulator.Clocks;

namespace Workflows.WeComEmulator.Police;

/// <summary>The contract police: whatever a correct client would never do is written down, and makes tests fail.</summary>
internal sealed class ViolationBook(EmulatorClock clock)
{
    private const int Most = 10_000;

    private readonly List<Violation> _violations = [];

    public IReadOnlyList<Violation> All => [.. _violations];

    public void Add(string kind, string path, string detail)
    {
        if (_violations.Count < Most)
        {
            _violations.Add(new Violation(clock.GetUtcNow(), kind, path, detail));
        }
    }

    public void Clear() => _violations.Clear();
}
