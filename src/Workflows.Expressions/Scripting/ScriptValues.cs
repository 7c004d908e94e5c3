using System.Collections;
using System.Globalization;
using System.Numerics;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;

namespace Workflows.Expressions.Scripting;

/// <summary>Copies values into a script and out of it; no .NET object is ever visible to a script.</summary>
internal sealed class ScriptValues(Engine engine, Scope scope, ExpressionLimits limits)
{
    private const double TwoToThe63 = 9223372036854775808;
    private int _depth;
    private int _count;
    private long _length;

    public Scope Scope => scope;

    public JsValue ToScript(object? value) =>
        value switch
        {
            null => JsValue.Null,
            JsValue script => script,
            string text => text,
            bool truth => truth,
            char letter => letter.ToString(),
            byte or sbyte or short or ushort or int => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            uint or long or ulong or float or double or decimal => Convert.ToDouble(
                value,
                CultureInfo.InvariantCulture
            ),
            DateTimeOffset instant => new JsDate(engine, instant),
            DateTime instant => new JsDate(engine, Coerce.To<DateTimeOffset>(instant)),
            BigInteger number => (double)number,
            Enum name => name.ToString(),
            byte[] bytes => Convert.ToBase64String(bytes),
            _ => ToScriptObject(PlainJson.Unwrap(value)),
        };

    public object? FromScript(JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
        {
            return null;
        }

        return value switch
        {
            _ when value.IsBoolean() => value.AsBoolean(),
            _ when value.IsString() => FromText(value.AsString()),
            _ when value.IsNumber() => FromNumber(value.AsNumber()),
            _ when value.IsDate() => FromDate((JsDate)value),
            JsArray array => Deeper<object>(() => FromArray(array)),
            HostObject host => host.Members.ToDictionary(StringComparer.Ordinal),
            _ when value.IsRegExp() => value.ToString(),
            ObjectInstance instance when instance is not Jint.Native.Function.Function => Deeper(() =>
                FromObject(instance)
            ),
            _ => throw new ExpressionException("A script cannot answer with a function or a symbol."),
        };
    }

    private JsValue ToScriptObject(object? value)
    {
        if (value is null or string or bool or int or long or double)
        {
            return ToScript(value);
        }

        if (ValueMembers.TryList(value, out var members))
        {
            return Deeper(() =>
            {
                var result = new JsObject(engine);
                foreach (var (name, member) in members)
                {
                    result.FastSetDataProperty(name, ToScript(member));
                }

                return (JsValue)result;
            });
        }

        return value is IEnumerable items
            ? Deeper(() => (JsValue)new JsArray(engine, [.. items.Cast<object?>().Select(ToScript)]))
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }

    private static object? FromNumber(double number) =>
        number switch
        {
            _ when number != Math.Floor(number) || Math.Abs(number) >= TwoToThe63 => (object)number,
            >= int.MinValue and <= int.MaxValue => (int)number,
            _ => (long)number,
        };

    private static DateTimeOffset? FromDate(JsDate date) =>
        date.ToString() is "Invalid Date" ? null : Coerce.To<DateTimeOffset>(date.ToDateTime());

    private string FromText(string text)
    {
        _length += text.Length;
        return _length <= limits.MaxTextLength ? text : throw ScriptGuards.TooLong(limits.MaxTextLength);
    }

    private List<object?> FromArray(JsArray array)
    {
        var items = new List<object?>();
        for (uint index = 0; index < array.Length; index++)
        {
            Count();
            items.Add(FromScript(array[(int)index]));
        }

        return items;
    }

    private Dictionary<string, object?> FromObject(ObjectInstance instance)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var key in instance.GetOwnPropertyKeys(Jint.Runtime.Types.String))
        {
            Count();
            var member = instance.Get(key);
            if (member is not Jint.Native.Function.Function && instance.GetOwnProperty(key).Enumerable)
            {
                members[key.ToString()] = FromScript(member);
            }
        }

        return members;
    }

    private T Deeper<T>(Func<T> convert)
    {
        if (++_depth > limits.MaxDepth)
        {
            throw new ExpressionException(
                DiagnosticCodes.LimitReached,
                "A value is nested too deep, or contains itself."
            );
        }

        var result = convert();
        _depth--;
        return result;
    }

    private void Count()
    {
        if (++_count > limits.MaxSteps)
        {
            throw new ExpressionException(DiagnosticCodes.LimitReached, "A value has too many elements.");
        }
    }
}
