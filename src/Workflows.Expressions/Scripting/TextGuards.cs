using Acornima.Ast;
using Jint;
using Jint.Runtime.Interop;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Expressions.Scripting;

/// <summary>Bounds the library functions that build a long text in one step, between two looks at the memory limit.</summary>
internal static class TextGuards
{
    private const string Code = """
        (function (max, fail) {
          const apply = Reflect.apply, text = String.prototype, list = Array.prototype, len = x => typeof x === 'string' ? x.length : 32;
          const guard = (on, name, measure) => {
            const inner = on[name];
            const value = function (...args) { if (measure(this, args) > max) fail(); return apply(inner, this, args); };
            Object.defineProperty(on, name, { value, writable: true, configurable: true });
          };
          const sum = items => { let total = 0; for (let i = 0; i < items.length; i++) total += len(items[i]); return total; };
          const times = (source, part) => {
            if (typeof part !== 'string') return 1;
            let count = 0;
            for (let at = source.indexOf(part); at >= 0; at = source.indexOf(part, at + (part.length || 1))) count++;
            return count + 1;
          };
          const grown = (source, part, by) => {
            if (typeof by !== 'string') return source.length;
            const dollars = by.includes('$') ? by.split('$').length - 1 : 0;
            const count = typeof part === 'string' ? times(source, part) : Math.min(source.length + 1, 16 * max);
            return (source.length + count * (by.length + dollars * source.length)) / (typeof part === 'string' ? 1 : 16);
          };
          guard(text, 'repeat', (self, [count]) => String(self).length * count);
          guard(text, 'padStart', (_, [width]) => width);
          guard(text, 'padEnd', (_, [width]) => width);
          guard(text, 'concat', (self, args) => String(self).length + sum(args));
          guard(text, 'replace', (self, [part, by]) => grown(String(self), part, by));
          guard(text, 'replaceAll', (self, [part, by]) => grown(String(self), part, by));
          guard(list, 'join', (self, [separator]) => sum(self) + self.length * len(separator ?? ','));
          guard(list, 'fill', self => self.length);
        })
        """;

    // Computed names, escapes and reflection can spell any of the names below.
    private static readonly string[] Triggers =
    [
        "[",
        "\\",
        "Reflect",
        "concat",
        "fill",
        "getOwn",
        "join",
        "pad",
        "repeat",
        "replace",
    ];

    private static readonly Prepared<Script> Script = Engine.PrepareScript(Code);

    public static bool AreNeeded(string text) =>
        Array.Exists(Triggers, trigger => text.Contains(trigger, StringComparison.Ordinal));

    public static void Install(Engine engine, int maxTextLength)
    {
        var fail = new ClrFunction(
            engine,
            "fail",
            (_, _) =>
                throw new ExpressionException(
                    DiagnosticCodes.LimitReached,
                    $"A text of more than {maxTextLength} characters would be built."
                )
        );
        engine.Invoke(engine.Evaluate(Script), maxTextLength, fail);
    }
}
