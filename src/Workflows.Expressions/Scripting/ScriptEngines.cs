using System.Collections.Frozen;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace Workflows.Expressions.Scripting;

/// <summary>Makes the engine a script runs in: limited, without .NET, holding just the names the script mentions.</summary>
internal sealed class ScriptEngines
{
    // Raw memory, threads and integers of any length have no use in an expression, and their cost escapes the limits;
    // a proxy can make an object its own ancestor, which the engine's loops do not survive.
    private static readonly FrozenSet<string> Removed = new[]
    {
        "ArrayBuffer",
        "Atomics",
        "BigInt",
        "BigInt64Array",
        "BigUint64Array",
        "DataView",
        "FinalizationRegistry",
        "Float16Array",
        "Float32Array",
        "Float64Array",
        "Int16Array",
        "Int32Array",
        "Int8Array",
        "Iterator",
        "Proxy",
        "ShadowRealm",
        "SharedArrayBuffer",
        "Temporal",
        "Uint16Array",
        "Uint32Array",
        "Uint8Array",
        "Uint8ClampedArray",
        "WeakRef",
        "eval",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly ExpressionLimits _limits;
    private readonly ScriptGlobals _globals;
    private readonly string[] _names;
    private readonly ScriptGuards _guards;
    private readonly bool _seesGlobalObject;

    public ScriptEngines(string text, Prepared<Script> script, ExpressionLimits limits, ScriptGlobals globals)
    {
        _limits = limits;
        _globals = globals;
        _names = [.. script.ReferencedGlobals!];
        _guards = ScriptGuards.For(script.Program!, limits.MaxTextLength);
        _seesGlobalObject = text.Contains("this", StringComparison.OrdinalIgnoreCase) || text.Contains('\\');
    }

    public static bool IsRemoved(string name) => Removed.Contains(name);

    public Engine Create(Scope scope)
    {
        var engine = new Engine(options => Configure(options, scope));
        _guards.Install(engine);
        if (_seesGlobalObject)
        {
            foreach (var name in Removed)
            {
                engine.Global.Delete(name);
            }
        }

        var values = new ScriptValues(engine, scope, _limits);
        foreach (var name in _names)
        {
            if (ValueOf(name, engine, scope, values) is { } value)
            {
                engine.SetValue(name, value);
            }
        }

        return engine;
    }

    private void Configure(Options options, Scope scope)
    {
        options
            .TimeoutInterval(_limits.Timeout)
            .MaxStatements(_limits.MaxSteps)
            .LimitMemory(_limits.MaxMemory)
            .LimitRecursion(_limits.MaxDepth)
            .DisableStringCompilation();
        options.AgentCanSuspend = false;
        options.Constraints.MaxArraySize = (uint)_limits.MaxSteps;
        options.Constraints.RegexTimeout = _limits.RegexTimeout;
        options.Constraints.StackOverflowGuard = true;
        options.TimeZone = TimeZoneInfo.Utc;
        if (_globals.Clock is { } clock)
        {
            options.TimeSystem = new ScriptClock(clock, scope);
        }
    }

    private JsValue? ValueOf(string name, Engine engine, Scope scope, ScriptValues values)
    {
        if (_globals.Functions.TryGetValue(name, out var function))
        {
            return new ClrFunction(
                engine,
                name,
                (_, arguments) => values.ToScript(function(scope, [.. arguments.Select(values.FromScript)]))
            );
        }

        if (_globals.Objects.TryGetValue(name, out var host))
        {
            return new HostObject(engine, host, scope, values);
        }

        return scope.TryGet(name, out var value) ? values.ToScript(value) : null;
    }
}
