namespace Workflows.Expressions.Scripting;

/// <summary>The names a template starts from: the host's objects, then the values of the scope.</summary>
internal sealed class LiquidRoots(ScriptGlobals globals, Scope scope)
{
    public object? Find(string name)
    {
        if (globals.Objects.TryGetValue(name, out var host))
        {
            return new LiquidMap((string member, out object? value) => host.Read(scope, member, out value));
        }

        return scope.TryGet(name, out var found) ? LiquidMap.ToLiquid(found) : null;
    }
}
