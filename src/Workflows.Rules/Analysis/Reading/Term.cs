using System.Collections.Immutable;
using Workflows.Rules.Analysis.Regions;

namespace Workflows.Rules.Analysis.Reading;

/// <summary>A value as a sum: fields added or taken away, and a constant; instants and durations in ticks.</summary>
/// <param name="Fields">How often each field is added; negative where it is taken away.</param>
/// <param name="Offset">The constant.</param>
/// <param name="Unit">What the sum is divided by: the ticks of a day for <c>TotalDays</c>.</param>
/// <param name="FailsOnNull">Whether a missing value is a failure and not just missing.</param>
internal sealed record Term(ImmutableDictionary<FieldPath, int> Fields, decimal Offset, decimal Unit, bool FailsOnNull)
{
    public static Term Constant(decimal value) => new(ImmutableDictionary<FieldPath, int>.Empty, value, 1, false);

    public static Term Of(FieldPath field) => Constant(0) with { Fields = Constant(0).Fields.Add(field, 1) };

    public bool IsConstant => Fields.IsEmpty;

    public Term Plus(Term other) => Combined(other, 1);

    public Term Minus(Term other) => Combined(other, -1);

    private Term Combined(Term other, int sign)
    {
        var fields = Fields;
        foreach (var (field, count) in other.Fields)
        {
            var sum = fields.GetValueOrDefault(field) + sign * count;
            fields = sum == 0 ? fields.Remove(field) : fields.SetItem(field, sum);
        }

        return new Term(fields, Offset + sign * other.Offset, Unit, FailsOnNull || other.FailsOnNull);
    }
}
