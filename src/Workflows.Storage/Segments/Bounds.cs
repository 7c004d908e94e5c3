using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>
/// What a query knows about a condition: conditions that hold at least, and at most, where it is true and where it is
/// false. (Where it fails it is neither.) With all of it translated both are the same; where a part stays in memory the
/// query keeps every contact that may be wanted.
/// </summary>
internal sealed record Bounds(Expression MayBeTrue, Expression IsTrue, Expression MayBeFalse, Expression IsFalse)
{
    /// <summary>Nothing is known.</summary>
    public static readonly Bounds Unknown = new(Logic.True, Logic.False, Logic.True, Logic.False);

    public static Bounds Of(Term term) => new(term.Holds, term.Holds, term.HoldsNot, term.HoldsNot);

    public static Bounds And(Bounds left, Bounds right) =>
        new(
            Logic.And(left.MayBeTrue, right.MayBeTrue),
            Logic.And(left.IsTrue, right.IsTrue),
            Logic.Or(left.MayBeFalse, right.MayBeFalse),
            Logic.Or(left.IsFalse, Logic.And(left.IsTrue, right.IsFalse))
        );

    public static Bounds Or(Bounds left, Bounds right) => And(left.Not(), right.Not()).Not();

    public Bounds Not() => new(MayBeFalse, IsFalse, MayBeTrue, IsTrue);

    /// <summary>The condition with "what fails is false".</summary>
    public Bounds Caught() => new(MayBeTrue, IsTrue, Logic.Not(IsTrue), Logic.Not(MayBeTrue));

    /// <summary>The condition behind parameters that fail now and then.</summary>
    /// <param name="mayWork">Where the parameters may work out.</param>
    /// <param name="work">Where they surely do.</param>
    public Bounds Within(Expression mayWork, Expression work) =>
        new(
            Logic.And(mayWork, MayBeTrue),
            Logic.And(work, IsTrue),
            Logic.And(mayWork, MayBeFalse),
            Logic.And(work, IsFalse)
        );
}
