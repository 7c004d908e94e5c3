using System.Collections.Concurrent;
using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.CustomTypeProviders;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Lambda;

/// <summary>Tells the parser which types a text can name, and finds none by searching assemblies.</summary>
internal sealed class CustomTypes : IDynamicLinqCustomTypeProvider
{
    private static readonly ConcurrentDictionary<Type, MethodInfo[]> Extensions = new();

    private readonly HashSet<Type> _types;
    private readonly Lazy<Dictionary<Type, List<MethodInfo>>> _extensions;

    public CustomTypes(IEnumerable<Type> types)
    {
        _types = [.. types];
        _extensions = new(FindExtensions);
    }

    /// <summary>The notation's own types and those of the host.</summary>
    public static CustomTypes Own(IEnumerable<Type> types) =>
        new([.. types, typeof(Regex), typeof(RegexOptions), typeof(StringComparison), typeof(Enumerable)]);

    public HashSet<Type> GetCustomTypes() => _types;

    public Dictionary<Type, List<MethodInfo>> GetExtensionMethods() => _extensions.Value;

    public Type? ResolveType(string typeName) =>
        _types.FirstOrDefault(type => string.Equals(type.FullName, typeName, StringComparison.Ordinal));

    public Type? ResolveTypeBySimpleName(string simpleTypeName) =>
        _types.FirstOrDefault(type => string.Equals(type.Name, simpleTypeName, StringComparison.OrdinalIgnoreCase));

    private Dictionary<Type, List<MethodInfo>> FindExtensions() =>
        _types
            .Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => Extensions.GetOrAdd(type, ExtensionsOf))
            .GroupBy(method => method.GetParameters()[0].ParameterType)
            .ToDictionary(group => group.Key, group => group.ToList());

    private static MethodInfo[] ExtensionsOf(Type type) =>
        [
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.IsDefined(typeof(ExtensionAttribute), inherit: false)),
        ];
}
