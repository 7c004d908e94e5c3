namespace Workflows.Marketing.Limits.Ledger;

/// <summary>The marks of one counter while it is locked.</summary>
public sealed class LimitCounter
{
    private readonly List<LimitMark> _marks;

    /// <param name="marks">What was stored, in the order of time.</param>
    /// <param name="expiresAt">When the last of them counts no more.</param>
    public LimitCounter(IEnumerable<LimitMark> marks, DateTimeOffset expiresAt) =>
        (_marks, ExpiresAt) = ([.. marks], expiresAt);

    /// <summary>A counter that holds nothing yet.</summary>
    public static LimitCounter New() => new([], DateTimeOffset.MinValue);

    /// <summary>The marks in the order of their time.</summary>
    public IReadOnlyList<LimitMark> Marks => _marks;

    /// <summary>When the last of its marks counts no more; the smallest time where it has none.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Whether it has to be stored again.</summary>
    public bool HasChanged { get; private set; }

    internal void Add(LimitMark mark)
    {
        HasChanged = true;
        var index = _marks.FindIndex(known => known.Start >= mark.Start);
        if (index >= 0 && _marks[index].Start == mark.Start)
        {
            var known = _marks[index];
            _marks[index] = known with { Used = known.Used + mark.Used, Among = known.Among + mark.Among };
        }
        else
        {
            _marks.Insert(index < 0 ? _marks.Count : index, mark);
        }
    }

    internal void Take(LimitMark mark)
    {
        var index = _marks.FindIndex(known => known.Start == mark.Start);
        if (index < 0)
        {
            return;
        }

        HasChanged = true;
        var left = new LimitMark(mark.Start, _marks[index].Used - mark.Used, _marks[index].Among - mark.Among);
        if (left is { Used: 0, Among: 0 })
        {
            _marks.RemoveAt(index);
        }
        else
        {
            _marks[index] = left;
        }
    }

    /// <summary>Forgets what ended before a time, and notes when the rest does.</summary>
    internal void Settle(Func<DateTimeOffset, DateTimeOffset> endOf, DateTimeOffset before)
    {
        _marks.RemoveAll(mark => endOf(mark.Start) <= before);
        ExpiresAt = _marks.Count == 0 ? DateTimeOffset.MinValue : endOf(_marks[^1].Start);
    }
}
