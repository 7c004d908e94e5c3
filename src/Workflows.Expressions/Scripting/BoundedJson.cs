using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Workflows.Expressions.Scripting;

/// <summary><c>JSON.stringify</c>, counting what it writes: the same object may be in another one many times.</summary>
internal sealed class BoundedJson(Engine engine, int maxTextLength)
{
    private const int MaxIndent = 10;

    private readonly Stack<JsValue> _holders = new();
    private long _length;
    private int _indent;

    public JsValue Write(JsValue stringify, JsValue[] arguments)
    {
        _indent = arguments.At(2).IsUndefined() ? 0 : MaxIndent;
        var replacer = arguments.At(1);
        if (replacer is not JsArray keys)
        {
            var counting = Counting(
                (holder, entry) => replacer is Function ? engine.Call(replacer, holder, entry) : entry.At(1)
            );
            return engine.Call(stringify, JsValue.Undefined, [arguments.At(0), counting, arguments.At(2)]);
        }

        // The order of a list of keys counts, which a function cannot tell: the first time is for counting.
        var listed = keys.Select(key => key.ToString()).ToHashSet(StringComparer.Ordinal);
        var filtering = Counting(
            (holder, entry) =>
                holder is JsArray || _holders.Count == 1 || listed.Contains(entry.At(0).ToString())
                    ? entry.At(1)
                    : JsValue.Undefined
        );
        engine.Call(stringify, JsValue.Undefined, [arguments.At(0), filtering]);
        return engine.Call(stringify, JsValue.Undefined, arguments);
    }

    private ClrFunction Counting(Func<JsValue, JsValue[], JsValue> replace) =>
        new(
            engine,
            "",
            (holder, entry) =>
            {
                while (_holders.TryPeek(out var last) && !ReferenceEquals(last, holder))
                {
                    _holders.Pop();
                }

                if (_holders.Count == 0)
                {
                    _holders.Push(holder);
                }

                var value = replace(holder, entry);
                Count(entry.At(0), value);
                if (value.IsObject())
                {
                    _holders.Push(value);
                }

                return value;
            }
        );

    private void Count(JsValue key, JsValue value)
    {
        const int Punctuation = 4;
        _length += Punctuation + ScriptSize.Of(key, maxTextLength) + (_indent * _holders.Count);
        _length += value.IsString() ? value.AsString().Length : 1;
        if (_length > maxTextLength)
        {
            throw ScriptGuards.TooLong(maxTextLength);
        }
    }
}
