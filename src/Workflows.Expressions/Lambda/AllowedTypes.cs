using System.Collections;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using Workflows.Expressions.Evaluation;

namespace Workflows.Expressions.Lambda;

/// <summary>The types, members and methods lambda text may reach. What is not named here is refused.</summary>
/// <param name="customTypes">Types the host registered: all their public members are admitted.</param>
internal sealed class AllowedTypes(IReadOnlyCollection<Type> customTypes)
{
    private static readonly FrozenSet<Type> Scalars = new[]
    {
        typeof(bool),
        typeof(byte),
        typeof(char),
        typeof(DateOnly),
        typeof(DateTime),
        typeof(DateTimeOffset),
        typeof(DBNull),
        typeof(decimal),
        typeof(double),
        typeof(float),
        typeof(Guid),
        typeof(int),
        typeof(long),
        typeof(sbyte),
        typeof(short),
        typeof(string),
        typeof(TimeOnly),
        typeof(TimeSpan),
        typeof(uint),
        typeof(ulong),
        typeof(ushort),
    }.ToFrozenSet();

    private static readonly FrozenSet<Type> Libraries = new[]
    {
        typeof(BoundedCalls),
        typeof(Capture),
        typeof(Convert),
        typeof(Enumerable),
        typeof(Group),
        typeof(Match),
        typeof(Math),
        typeof(Regex),
    }.ToFrozenSet();

    // The clock and chance are inputs; the rest builds texts or sequences of any size, or multiplies the work to do.
    private static readonly FrozenSet<string> Refused = new[]
    {
        "Aggregate",
        "AsQueryable",
        "CacheSize",
        "ChangeType",
        "CompileToAssembly",
        "Create",
        "CreateVersion7",
        "FromBase64CharArray",
        "GetType",
        "GroupJoin",
        "Intern",
        "IsInterned",
        "Join`Enumerable",
        "MatchEvaluator",
        "Matches",
        "NewGuid",
        "Now",
        "OfType",
        "Range",
        "Repeat",
        "SelectMany",
        "Today",
        "UtcNow",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> CollectionMembers = new[]
    {
        "Contains",
        "ContainsKey",
        "ContainsValue",
        "Count",
        "Current",
        "Equals",
        "Exists",
        "Find",
        "FindLast",
        "get_Item",
        "get_Chars",
        "IndexOf",
        "IsSubsetOf",
        "Item",
        "Key",
        "Keys",
        "LastIndexOf",
        "Length",
        "LongLength",
        "Overlaps",
        "SetEquals",
        "ToArray",
        "ToString",
        "TrueForAll",
        "Value",
        "Values",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a value of this type may appear anywhere in an expression.</summary>
    public bool AdmitsValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray || type.IsByRef)
        {
            return AdmitsValue(type.GetElementType()!);
        }

        if (IsFunction(type))
        {
            return type.GetGenericArguments().All(AdmitsValue);
        }

        return type == typeof(object)
            || type.IsEnum
            || type.IsGenericParameter
            || type.IsPrimitive
            || Scalars.Contains(type)
            || customTypes.Contains(type)
            || IsCollection(type)
            || (Libraries.Contains(type) && type.IsSubclassOf(typeof(Capture)))
            || type == typeof(Capture)
            || typeof(System.Linq.Dynamic.Core.DynamicClass).IsAssignableFrom(type)
            || (ValueMembers.IsData(type) && !IsMachinery(type));
    }

    /// <summary>Whether a property or field may be read.</summary>
    public bool AdmitsMember(MemberInfo member)
    {
        var owner = member.DeclaringType!;
        if (customTypes.Contains(owner))
        {
            return true;
        }

        var isForeign = IsStatic(member) && !Scalars.Contains(owner) && !Libraries.Contains(owner) && !owner.IsEnum;
        var result = ResultOf(member);
        return !isForeign && IsOpen(owner, member.Name) && AdmitsValue(result) && !IsFunction(result);
    }

    /// <summary>Whether a method may be called.</summary>
    public bool AdmitsMethod(MethodInfo method)
    {
        var owner = method.DeclaringType!;
        if (customTypes.Contains(owner))
        {
            return true;
        }

        // The parser asks whether a record has a member, and reads it by name; records are never written.
        if (typeof(System.Linq.Dynamic.Core.DynamicClass).IsAssignableFrom(owner))
        {
            return method.Name is nameof(System.Linq.Dynamic.Core.DynamicClass.ContainsProperty) || IsIndexer(method);
        }

        if (owner == typeof(object))
        {
            return method.Name is "Equals" or "ToString";
        }

        var isData = ValueMembers.IsData(owner) && !Scalars.Contains(owner) && !Libraries.Contains(owner);
        return !isData && IsOpen(owner, method.Name) && AdmitsValue(method.ReturnType);
    }

    private bool IsOpen(Type owner, string name)
    {
        owner = Nullable.GetUnderlyingType(owner) ?? owner;
        if (owner == typeof(Enumerable) && name is "Join")
        {
            return false;
        }

        if (Refused.Contains(name))
        {
            return false;
        }

        if (Scalars.Contains(owner) || Libraries.Contains(owner) || owner.IsEnum || owner == typeof(Nullable<>))
        {
            return true;
        }

        if (IsCollection(owner) || owner == typeof(Array))
        {
            return CollectionMembers.Contains(name);
        }

        return typeof(System.Linq.Dynamic.Core.DynamicClass).IsAssignableFrom(owner)
            || (ValueMembers.IsData(owner) && !IsMachinery(owner));
    }

    private static bool IsIndexer(MethodInfo method) =>
        method is { IsSpecialName: true }
        && method.GetParameters() is [var name]
        && name.ParameterType == typeof(string);

    private static Type ResultOf(MemberInfo member) =>
        member switch
        {
            PropertyInfo property => property.PropertyType,
            FieldInfo field => field.FieldType,
            _ => typeof(void),
        };

    private static bool IsStatic(MemberInfo member) =>
        member is FieldInfo { IsStatic: true } or PropertyInfo { GetMethod.IsStatic: true };

    private static bool IsFunction(Type type) =>
        type.IsGenericType
        && type.FullName is { } name
        && (
            name.StartsWith("System.Func`", StringComparison.Ordinal)
            || name.StartsWith("System.Predicate`", StringComparison.Ordinal)
            || name.StartsWith("System.Linq.Expressions.Expression`", StringComparison.Ordinal)
        );

    // Collections of the framework's collection namespaces and LINQ's own groupings; not streams, assemblies or the like.
    private bool IsCollection(Type type) =>
        (typeof(IEnumerable).IsAssignableFrom(type) || IsPair(type))
        && type.Namespace is { } space
        && (
            space.StartsWith("System.Collections", StringComparison.Ordinal)
            || space is "System.Linq" or "System.Dynamic"
        )
        && type.GetGenericArguments().All(AdmitsValue);

    private static bool IsPair(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsMachinery(Type type) => typeof(MemberInfo).IsAssignableFrom(type) || type == typeof(void);
}
