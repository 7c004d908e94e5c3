using System.Linq.Expressions;
using System.Reflection;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Lambda.Outlines;

namespace Workflows.Expressions.Lambda.Mistakes;

/// <summary>
/// Finds all mistakes of a text that does not parse. The parsing library stops at the first and speaks of its own
/// types; each part is parsed for itself here, and told in the author's words.
/// </summary>
internal sealed class MistakeFinder(
    string text,
    IReadOnlyList<ParameterExpression> parameters,
    Func<string, Type?, LambdaCompilation> parse
)
{
    private const int MostMistakes = 20;

    // Parsing parts again costs time by the square of the nesting; beyond this the parser's own word must do.
    private const int MostParts = 100;

    private readonly List<Diagnostic> _mistakes = [];
    private int _parts;

    /// <summary>The mistakes, in the order of the text; those of the parser where none can be told better.</summary>
    /// <param name="type">The type the whole must have; null when any will do.</param>
    /// <param name="first">What the parser said about the whole.</param>
    public IReadOnlyList<Diagnostic> Find(Type? type, IReadOnlyList<Diagnostic> first)
    {
        var outline = LambdaOutline.Of(text);
        if (outline.Kind == OutlineKind.Other)
        {
            return first;
        }

        Look(outline, type, first[0]);
        return _mistakes.Count == 0 ? first : _mistakes;
    }

    /// <summary>Looks for mistakes in a part.</summary>
    /// <param name="node">The part.</param>
    /// <param name="type">The type it must have; null when any will do.</param>
    /// <param name="known">What the parser is known to say about it; null when it has not been asked.</param>
    /// <returns>Whether there is a mistake.</returns>
    private bool Look(OutlineNode node, Type? type, Diagnostic? known = null)
    {
        if (node.Kind is OutlineKind.Other || _mistakes.Count >= MostMistakes || ++_parts > MostParts)
        {
            return false;
        }

        var mistake = known ?? Shifted(Typing(node, type).Mistake, node);
        // A type's name is no value, and no mistake either.
        if (mistake is null || (node.Kind == OutlineKind.Name && mistake.Code is not DiagnosticCodes.UnknownName))
        {
            return false;
        }

        var before = _mistakes.Count;
        foreach (var part in AsksItems(node) ? node.Parts.Take(1) : node.Parts)
        {
            Look(part, IsCondition(node, part) ? typeof(bool) : null);
        }

        if (_mistakes.Count == before)
        {
            _mistakes.Add(Tell(node, type, mistake));
        }

        return true;
    }

    // What stands in the brackets of a list's method speaks of the items, which only the whole knows.
    private bool AsksItems(OutlineNode node) =>
        node.Kind == OutlineKind.Call && Owner(node) is { } owner && TypeWords.Of(owner) is "a list" or "a map";

    private Diagnostic Tell(OutlineNode node, Type? type, Diagnostic mistake) =>
        node.Kind switch
        {
            _ when type == typeof(bool) && Typing(node).Type is { } found => NoCondition(node, found),
            OutlineKind.Comparison when Types(node) is var (left, right) => Unlike(node, left, right),
            OutlineKind.Operation when Types(node) is var (left, right) => DoNotGo(node, left, right),
            OutlineKind.Member when Typing(node.Parts[0]).Type is { } owner => UnknownMember(node, owner),
            OutlineKind.Call when Owner(node) is { } owner && !AsksItems(node) => WrongCall(node, owner, mistake),
            OutlineKind.Name when mistake.Code is DiagnosticCodes.UnknownName => UnknownName(node),
            _ => mistake,
        };

    private Diagnostic Unlike(OutlineNode node, Type left, Type right) =>
        new(
            DiagnosticCodes.TypeMismatch,
            $"'{Word(node.Parts[0])}' is {TypeWords.Of(left)}, '{Word(node.Parts[1])}' is {TypeWords.Of(right)}; they cannot be compared by '{node.Operator}'.",
            Span: node.Span,
            Remedy: IsDate(left) || IsDate(right)
                ? "Compare a date with a date, such as now.AddDays(-30)."
                : "Compare two values of one kind."
        );

    private Diagnostic DoNotGo(OutlineNode node, Type left, Type right) =>
        new(
            DiagnosticCodes.TypeMismatch,
            $"'{Word(node.Parts[0])}' is {TypeWords.Of(left)}, '{Word(node.Parts[1])}' is {TypeWords.Of(right)}; '{node.Operator}' does not take these.",
            Span: node.Span
        );

    private Diagnostic NoCondition(OutlineNode node, Type found) =>
        new(
            DiagnosticCodes.TypeMismatch,
            $"'{Word(node)}' is {TypeWords.Of(found)}; a condition is true or false.",
            Span: node.Span,
            Remedy: "Compare it with something."
        );

    private Diagnostic UnknownMember(OutlineNode node, Type owner)
    {
        var at = Math.Max(node.Parts[0].Span.Start, node.Span.End - node.Operator.Length);
        var meant = Suggestion.For(node.Operator, Members(owner));
        return new Diagnostic(
            DiagnosticCodes.UnknownName,
            $"'{Word(node.Parts[0])}' has no member '{node.Operator}'.",
            Span: new SourceSpan(at, node.Span.End - at),
            Remedy: meant is null ? null : $"Did you mean '{meant}'?"
        );
    }

    private Diagnostic WrongCall(OutlineNode node, Type owner, Diagnostic mistake)
    {
        var methods = owner
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name);
        var names = methods
            .Concat(typeof(Enumerable).GetMethods().Select(method => method.Name))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (mistake.Code is not (DiagnosticCodes.UnknownName or DiagnosticCodes.TypeMismatch))
        {
            return mistake;
        }

        if (!names.Contains(node.Operator, StringComparer.OrdinalIgnoreCase))
        {
            var meant = Suggestion.For(node.Operator, names);
            return new Diagnostic(
                DiagnosticCodes.UnknownName,
                $"'{Word(node.Parts[0])}' has no method '{node.Operator}'.",
                Span: mistake.Span,
                Remedy: meant is null ? null : $"Did you mean '{meant}'?"
            );
        }

        var kinds = node.Parts.Skip(1).Select(part => Typing(part).Type).ToArray();
        return kinds.Contains(null)
            ? mistake
            : new Diagnostic(
                mistake.Code,
                $"'{node.Operator}' of '{Word(node.Parts[0])}' does not take ({string.Join(", ", kinds.Select(kind => TypeWords.Of(kind!)))}).",
                Span: node.Span
            );
    }

    private Diagnostic UnknownName(OutlineNode node)
    {
        var member = parameters.FirstOrDefault(input =>
            Members(input.Type).Contains(node.Operator, StringComparer.OrdinalIgnoreCase)
        );
        var meant = member is not null
            ? $"{member.Name}.{node.Operator}"
            : Suggestion.For(node.Operator, parameters.Select(input => input.Name!));
        return new Diagnostic(
            DiagnosticCodes.UnknownName,
            $"There is no input, parameter or function '{node.Operator}'.",
            Span: node.Span,
            Remedy: meant is null ? null : $"Did you mean '{meant}'?"
        );
    }

    private (Type Left, Type Right)? Types(OutlineNode node) =>
        node.Parts is [var left, var right]
        && Typing(left) is { Type: { } leftType, IsNull: false }
        && Typing(right) is { Type: { } rightType, IsNull: false }
            ? (leftType, rightType)
            : null;

    private Type? Owner(OutlineNode node) =>
        node.Parts.Count > 0 && text[node.Parts[0].Span.End..node.Span.End].TrimStart(')', ' ').StartsWith('.')
            ? Typing(node.Parts[0]).Type
            : null;

    private PartTyping Typing(OutlineNode node, Type? type = null) => PartTyping.Of(parse(node.In(text), type));

    private string Word(OutlineNode node) =>
        (node.Span.Length > 60 ? $"{text.Substring(node.Span.Start, 60)}…" : node.In(text)).Trim('"');

    private static bool IsCondition(OutlineNode node, OutlineNode part) =>
        node.Kind is OutlineKind.And or OutlineKind.Or or OutlineKind.Not
        || (node.Kind == OutlineKind.Choice && ReferenceEquals(part, node.Parts[0]));

    private static bool IsDate(Type type) => TypeWords.Of(type) is "a date";

    private static IEnumerable<string> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => property.Name);

    private static Diagnostic? Shifted(Diagnostic? mistake, OutlineNode node) =>
        mistake is { Span: { } span }
            ? mistake with
            {
                Span = new SourceSpan(span.Start + node.Span.Start, span.Length),
            }
        : mistake is null ? null
        : mistake with { Span = node.Span };
}
