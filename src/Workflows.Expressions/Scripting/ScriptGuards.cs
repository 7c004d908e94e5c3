using System.Collections.Frozen;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Runtime;
using Jint.Runtime.Interop;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>
/// Bounds the library functions that build a long text or go through many elements in one step, between two looks at the
/// memory limit, and takes away those that no bound would make safe.
/// </summary>
internal sealed class ScriptGuards(IReadOnlyCollection<string> names, int maxTextLength)
{
    private const string Join = "join";
    private const string Stringify = "stringify";

    private delegate long Measure(JsValue self, JsValue[] arguments, long max);

    private static readonly FrozenDictionary<string, (string Owner, Measure Measure)> Measured = new Dictionary<
        string,
        (string, Measure)
    >(StringComparer.Ordinal)
    {
        ["concat"] = ("String", (self, arguments, max) => ScriptSize.OfAll(self, arguments, max)),
        ["fill"] = ("Array", (self, _, _) => self is JsArray array ? array.Length : 1),
        ["flat"] = ("Array", (self, _, max) => ScriptSize.Of(self, max)),
        [Join] = ("Array", (self, arguments, max) => ScriptSize.Joined(self, arguments.At(0), max)),
        ["toLocaleString"] = ("Array", (self, _, max) => ScriptSize.Of(self, max)),
        ["padEnd"] = ("String", (_, arguments, _) => ScriptSize.Number(arguments.At(0))),
        ["padStart"] = ("String", (_, arguments, _) => ScriptSize.Number(arguments.At(0))),
        ["repeat"] = (
            "String",
            (self, arguments, max) => ScriptSize.Of(self, max) * ScriptSize.Number(arguments.At(0))
        ),
        ["replace"] = ("String", (self, arguments, _) => ScriptSize.Replaced(self, arguments.At(0), arguments.At(1))),
        ["replaceAll"] = (
            "String",
            (self, arguments, _) => ScriptSize.Replaced(self, arguments.At(0), arguments.At(1))
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Iterators made from iterators nest without end, and the engine follows them by recursion.
    private static readonly (string Owner, string Name)[] Removed =
    [
        ("Date", "toTemporalInstant"),
        ("Iterator", "drop"),
        ("Iterator", "filter"),
        ("Iterator", "flatMap"),
        ("Iterator", "map"),
        ("Iterator", "take"),
    ];

    private static readonly FrozenSet<string> LeadsToRemoved = new[]
    {
        "entries",
        "iterator",
        "keys",
        "matchAll",
        "toTemporalInstant",
        "values",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] All = [.. Measured.Keys, Stringify, .. LeadsToRemoved];

    /// <summary>The guards a script needs: those it names, or all where it computes names or reflects.</summary>
    public static ScriptGuards For(Node script, int maxTextLength)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in script.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case MemberExpression { Computed: true, Property: not Literal }:
                case Property { Computed: true }:
                case Identifier { Name: "Reflect" }:
                case Identifier { Name: var reflects } when reflects.StartsWith("getOwn", StringComparison.Ordinal):
                case StringLiteral { Value: var quoted } when quoted.StartsWith("getOwn", StringComparison.Ordinal):
                    return new ScriptGuards(All, maxTextLength);
                // A list becomes a text by 'join', whether that is written or not.
                case ArrayExpression or ObjectExpression or IFunction:
                case Identifier { Name: "Array" or "Object" }:
                    names.Add(Join);
                    break;
                case Identifier { Name: var name }:
                    names.Add(name);
                    break;
                case StringLiteral { Value: var name }:
                    names.Add(name);
                    break;
            }
        }

        names.IntersectWith(All);
        return new ScriptGuards(names, maxTextLength);
    }

    public void Install(Engine engine)
    {
        foreach (var name in names)
        {
            if (Measured.TryGetValue(name, out var guard))
            {
                Replace(engine, Prototype(engine, guard.Owner), name, guard.Measure);
            }
        }

        if (names.Contains(Stringify, StringComparer.Ordinal))
        {
            var json = engine.Global.Get("JSON").AsObject();
            var inner = json.Get(Stringify);
            json.Set(
                Stringify,
                new ClrFunction(
                    engine,
                    Stringify,
                    (_, arguments) => new BoundedJson(engine, maxTextLength).Write(inner, arguments)
                )
            );
        }

        if (names.Any(LeadsToRemoved.Contains))
        {
            foreach (var (owner, name) in Removed)
            {
                Prototype(engine, owner).Delete(name);
            }
        }
    }

    private void Replace(Engine engine, Jint.Native.Object.ObjectInstance owner, string name, Measure measure)
    {
        var inner = owner.Get(name);
        owner.Set(
            name,
            new ClrFunction(
                engine,
                name,
                (self, arguments) =>
                    measure(self, arguments, maxTextLength) > maxTextLength
                        ? throw TooLong(maxTextLength)
                        : engine.Call(inner, self, [.. arguments.Select(argument => Counted(engine, argument))])
            )
        );
    }

    // A function that is called for each match answers parts of the text to be built.
    private JsValue Counted(Engine engine, JsValue argument)
    {
        if (argument is not Function part)
        {
            return argument;
        }

        var length = 0L;
        return new ClrFunction(
            engine,
            "",
            (self, arguments) =>
            {
                var answer = engine.Call(part, self, arguments);
                length += ScriptSize.Of(answer, maxTextLength);
                return length > maxTextLength ? throw TooLong(maxTextLength) : answer;
            }
        );
    }

    internal static ExpressionException TooLong(int maxTextLength) =>
        new(DiagnosticCodes.LimitReached, $"A text of more than {maxTextLength} characters would be built.");

    private static Jint.Native.Object.ObjectInstance Prototype(Engine engine, string owner) =>
        engine.Global.Get(owner).Get("prototype").AsObject();
}
