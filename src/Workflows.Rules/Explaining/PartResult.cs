namespace Workflows.Rules.Explaining;

/// <summary>What came of a part: a state with a value, or what it threw.</summary>
internal readonly record struct PartResult(PartState State, object? Value, Exception? Failure)
{
    public static PartResult Of(object? value) =>
        new(value is bool holds ? Verdict(holds) : PartState.Known, value, null);

    public static PartResult Failed(Exception failure) => new(PartState.Failed, null, failure);

    public static PartState Verdict(bool holds) => holds ? PartState.Holds : PartState.DoesNotHold;
}
