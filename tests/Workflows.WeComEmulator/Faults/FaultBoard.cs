namespace Workflows.WeComEmulator.Faults;

/// <summary>The faults in force, drawn by a seeded dice so that a run can be repeated.</summary>
internal sealed class FaultBoard(int seed)
{
    private readonly Random _dice = new(seed);
    private readonly List<(Fault Fault, int Left)> _faults = [];
    private readonly List<DrawnFault> _drawn = [];

    public IReadOnlyList<Fault> All => [.. _faults.Select(entry => entry.Fault)];

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<DrawnFault> Drawn => [.. _drawn];

    public void Add(Fault fault) => _faults.Add((fault, fault.Count ?? int.MaxValue));

    public void Clear() => _faults.Clear();

    /// <summary>The first fault that strikes this call, or null.</summary>
    public Fault? Draw(string path, DateTimeOffset now)
    {
        for (var index = 0; index < _faults.Count; index++)
        {
            var (fault, left) = _faults[index];
            if (left > 0 && fault.Hits(path) && (fault.Probability >= 1 || _dice.NextDouble() < fault.Probability))
            {
                _faults[index] = (fault, left == int.MaxValue ? left : left - 1);
                _drawn.Add(new DrawnFault(now, path, fault.ErrCode, fault.Http, fault.AfterProcessing));
                return fault;
            }
        }

        return null;
    }
}
