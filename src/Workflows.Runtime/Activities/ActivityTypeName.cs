using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Workflows.Runtime.Activities;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct ActivityTypeName(string Name, int Version)
{
    private static readonly ConcurrentDictionary<Type, ActivityTypeName> Known = new();

    public static ActivityTypeName Of(Type type) => Known.GetOrAdd(type, Read);

    private static ActivityTypeName Read(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>(inherit: false);
        var name = attribute?.Type ?? NameWithoutArity(type);
        var prefix = attribute?.Namespace ?? type.Namespace;
        return new ActivityTypeName(string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}", attribute?.Version ?? 1);
    }

    private static string NameWithoutArity(Type type)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }
}
