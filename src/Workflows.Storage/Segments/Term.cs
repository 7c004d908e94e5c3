using System.Linq.Expressions;

namespace Workflows.Storage.Segments;

/// <summary>
/// A part of a rule as an expression over rows. SQL has one null for what C# keeps apart: a value that is null, and no
/// value because working it out throws. Here they are conditions of their own, so that no query depends on SQL's third
/// truth value.
/// </summary>
/// <param name="Type">The value's type in the rule, without its question mark.</param>
/// <param name="Value">
/// The value; anything where it is null or fails. Whole numbers may be longs, spans of time are ticks, and moments are
/// ticks where they were calculated.
/// </param>
internal sealed record Term(Type Type, Expression Value)
{
    /// <summary>When the value is null.</summary>
    public Expression IsNull { get; init; } = Logic.False;

    /// <summary>When working it out throws.</summary>
    public Expression Fails { get; init; } = Logic.False;

    /// <summary>The value where the rule fixes it; null otherwise, and for null itself.</summary>
    public object? Constant { get; init; }

    /// <summary>When it is true, and nothing fails.</summary>
    public Expression Holds => Logic.And(Logic.Not(Fails), Value);

    /// <summary>When it is false, and nothing fails.</summary>
    public Expression HoldsNot => Logic.And(Logic.Not(Fails), Logic.Not(Value));

    public static Term Condition(Expression value, Expression? fails = null) =>
        new(typeof(bool), value) { Fails = fails ?? Logic.False };

    public static Term And(Term left, Term right) =>
        Condition(Logic.And(left.Value, right.Value), Logic.Or(left.Fails, Logic.And(left.Value, right.Fails)));

    public static Term Or(Term left, Term right) =>
        Condition(
            Logic.Or(left.Value, right.Value),
            Logic.Or(left.Fails, Logic.And(Logic.Not(left.Value), right.Fails))
        );

    public Term AlsoFailsWhen(Expression condition) => this with { Fails = Logic.Or(Fails, condition) };

    /// <summary>The value of something that may be null, which throws when it is.</summary>
    public Term NotNull() => this with { IsNull = Logic.False, Fails = Logic.Or(Fails, IsNull) };
}
