using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.CustomTypeProviders;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Workflows.Expressions.Lambda;

/// <summary>Tells the parser which types a text can name, and finds none by searching assemblies.</summary>
internal sealed class CustomTypes : IDynamicLinqCustomTypeProvider
{
    private readonly HashSet<Type> _types;
    private readonly Dictionary<Type, List<MethodInfo>> _extensions;

    public CustomTypes(IEnumerable<Type> types)
    {
        _types = [.. types, typeof(Regex), typeof(RegexOptions), typeof(StringComparison), typeof(Enumerable)];
        _extensions = types
            .Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method =>
                method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), inherit: false)
            )
            .GroupBy(method => method.GetParameters()[0].ParameterType)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    public HashSet<Type> GetCustomTypes() => _types;

    public Dictionary<Type, List<MethodInfo>> GetExtensionMethods() => _extensions;

    public Type? ResolveType(string typeName) =>
        _types.FirstOrDefault(type => string.Equals(type.FullName, typeName, StringComparison.Ordinal));

    public Type? ResolveTypeBySimpleName(string simpleTypeName) =>
        _types.FirstOrDefault(type => string.Equals(type.Name, simpleTypeName, StringComparison.OrdinalIgnoreCase));
}
