using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;

namespace Workflows.Expressions.Scripting;

/// <summary>An object of the host as a script sees it: each member is read and written through the scope.</summary>
internal sealed class HostObject(Engine engine, ScriptObject host, Scope scope, ScriptValues values)
    : ObjectInstance(engine)
{
    // A value that was read stays the same object, so that a script can change it in place and read the change.
    private readonly Dictionary<string, JsValue> _read = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, object?>> Members =>
        (host.Names?.Invoke(scope) ?? []).Select(name =>
            KeyValuePair.Create(name, host.Read(scope, name, out var value) ? value : null)
        );

    public override JsValue Get(JsValue property, JsValue receiver) =>
        property.IsString() && TryRead(property.AsString(), out var value) ? value : base.Get(property, receiver);

    public override bool HasProperty(JsValue property) =>
        property.IsString() && TryRead(property.AsString(), out _) || base.HasProperty(property);

    public override PropertyDescriptor GetOwnProperty(JsValue property) =>
        property.IsString() && TryRead(property.AsString(), out var value)
            ? new PropertyDescriptor(value, writable: host.Write is not null, enumerable: true, configurable: true)
            : base.GetOwnProperty(property);

    public override List<JsValue> GetOwnPropertyKeys(Types types = Types.String | Types.Symbol) =>
        [.. Members.Select(member => (JsValue)member.Key)];

    public override IEnumerable<KeyValuePair<JsValue, PropertyDescriptor>> GetOwnProperties() =>
        Members.Select(member => KeyValuePair.Create((JsValue)member.Key, GetOwnProperty(member.Key)));

    public override bool Set(JsValue property, JsValue value, JsValue receiver)
    {
        if (host.Write is null || !property.IsString())
        {
            return false;
        }

        var name = property.AsString();
        host.Write(scope, name, values.FromScript(value));
        _read[name] = value;
        return true;
    }

    public override bool Delete(JsValue property) => false;

    public override bool DefineOwnProperty(JsValue property, PropertyDescriptor desc) =>
        desc.Value is { } value && Set(property, value, this);

    private bool TryRead(string name, out JsValue value)
    {
        if (_read.TryGetValue(name, out value!))
        {
            return true;
        }

        if (!host.Read(scope, name, out var found))
        {
            value = Undefined;
            return false;
        }

        _read[name] = value = values.ToScript(found);
        return true;
    }
}
