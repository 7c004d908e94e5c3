using System.Collections.Frozen;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>Bounds the library functions that build a long text in one step, between two looks at the memory limit.</summary>
internal sealed class TextGuards(IReadOnlyCollection<string> names, int maxTextLength)
{
    // A regular expression seldom matches more often than this; the memory limit catches what is let through.
    private const int LettersPerMatch = 16;

    private delegate long Measure(JsValue self, JsValue[] arguments);

    private static readonly FrozenDictionary<string, (string Owner, Measure Measure)> Guarded = new Dictionary<
        string,
        (string, Measure)
    >(StringComparer.Ordinal)
    {
        ["concat"] = ("String", (self, arguments) => Length(self) + arguments.Sum(Length)),
        ["fill"] = ("Array", (self, _) => Count(self)),
        ["join"] = ("Array", (self, arguments) => Joined(self, arguments.At(0))),
        ["padEnd"] = ("String", (_, arguments) => Number(arguments.At(0))),
        ["padStart"] = ("String", (_, arguments) => Number(arguments.At(0))),
        ["repeat"] = ("String", (self, arguments) => Length(self) * Number(arguments.At(0))),
        ["replace"] = ("String", (self, arguments) => Replaced(self, arguments.At(0), arguments.At(1))),
        ["replaceAll"] = ("String", (self, arguments) => Replaced(self, arguments.At(0), arguments.At(1))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The guards a script needs: those it names, or all where it computes names or reflects.</summary>
    public static TextGuards For(Node script, int maxTextLength)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in script.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case MemberExpression { Computed: true, Property: not Literal }:
                case Property { Computed: true }:
                case Identifier { Name: "Reflect" or "Proxy" }:
                case Identifier { Name: var reflects } when reflects.StartsWith("getOwn", StringComparison.Ordinal):
                case StringLiteral { Value: var quoted } when quoted.StartsWith("getOwn", StringComparison.Ordinal):
                    return new TextGuards(Guarded.Keys, maxTextLength);
                case Identifier { Name: var name } when Guarded.ContainsKey(name):
                    names.Add(name);
                    break;
                case StringLiteral { Value: var name } when Guarded.ContainsKey(name):
                    names.Add(name);
                    break;
            }
        }

        return new TextGuards(names, maxTextLength);
    }

    public void Install(Engine engine)
    {
        foreach (var name in names)
        {
            var (owner, measure) = Guarded[name];
            var prototype = engine.Global.Get(owner).Get("prototype").AsObject();
            var inner = prototype.Get(name);
            prototype.Set(
                name,
                new ClrFunction(
                    engine,
                    name,
                    (self, arguments) =>
                    {
                        if (measure(self, arguments) > maxTextLength)
                        {
                            throw new ExpressionException(
                                DiagnosticCodes.LimitReached,
                                $"A text of more than {maxTextLength} characters would be built."
                            );
                        }

                        return engine.Call(inner, self, arguments);
                    }
                )
            );
        }
    }

    private static long Length(JsValue value) => value.IsString() ? value.AsString().Length : 1;

    private static long Number(JsValue value) =>
        value.IsNumber() ? (long)Math.Clamp(value.AsNumber(), 0, int.MaxValue) : 1;

    private static long Count(JsValue value) => value is JsArray array ? array.Length : 1;

    private static long Joined(JsValue self, JsValue separator) =>
        self is JsArray array
            ? array.Sum(Length) + (array.Length * (separator.IsUndefined() ? 1 : Length(separator)))
            : 1;

    // A '$' in the replacement can stand for the whole text; a pattern may match between any two letters.
    private static long Replaced(JsValue self, JsValue pattern, JsValue replacement)
    {
        if (!replacement.IsString() || !self.IsString())
        {
            return Length(self);
        }

        var (text, with) = (self.AsString(), replacement.AsString());
        var once = with.Length + ((long)with.AsSpan().Count('$') * text.Length);
        var times =
            pattern.IsString() && pattern.AsString() is { Length: > 0 } part
                ? text.AsSpan().Count(part)
                : text.Length / LettersPerMatch;
        return text.Length + (times * once);
    }
}
