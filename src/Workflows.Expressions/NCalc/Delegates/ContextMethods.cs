using System.Linq.Expressions;
using System.Reflection;
using Linq = System.Linq.Expressions.Expression;

namespace Workflows.Expressions.NCalc.Delegates;

/// <summary>Finds the public method of a context object that a call means: by name, whatever its case, and by its arguments.</summary>
internal static class ContextMethods
{
    // From which type to which ones a number goes by itself.
    private static readonly Dictionary<Type, Type[]> Widenings = new()
    {
        [typeof(sbyte)] = [typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal)],
        [typeof(byte)] =
        [
            typeof(short),
            typeof(ushort),
            typeof(int),
            typeof(uint),
            typeof(long),
            typeof(ulong),
            typeof(float),
            typeof(double),
            typeof(decimal),
        ],
        [typeof(short)] = [typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal)],
        [typeof(ushort)] =
        [
            typeof(int),
            typeof(uint),
            typeof(long),
            typeof(ulong),
            typeof(float),
            typeof(double),
            typeof(decimal),
        ],
        [typeof(int)] = [typeof(long), typeof(float), typeof(double), typeof(decimal)],
        [typeof(uint)] = [typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal)],
        [typeof(long)] = [typeof(float), typeof(double), typeof(decimal)],
        [typeof(ulong)] = [typeof(float), typeof(double), typeof(decimal)],
        [typeof(char)] =
        [
            typeof(ushort),
            typeof(int),
            typeof(uint),
            typeof(long),
            typeof(ulong),
            typeof(float),
            typeof(double),
            typeof(decimal),
        ],
        [typeof(float)] = [typeof(double)],
    };

    public static MethodCallExpression? TryCall(ParameterExpression context, string name, Linq[] arguments)
    {
        for (var type = context.Type; type is not null && type != typeof(object); type = type.BaseType)
        {
            var best = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && !method.IsSpecialName)
                .Select(method => (Method: method, Fit: TryFit(method.GetParameters(), arguments)))
                .Where(candidate => candidate.Fit is not null)
                .OrderBy(candidate => candidate.Fit!.Value.Widenings)
                .FirstOrDefault();
            if (best.Fit is { } fit)
            {
                return Linq.Call(context, best.Method, fit.Arguments);
            }
        }

        return null;
    }

    private static (int Widenings, Linq[] Arguments)? TryFit(ParameterInfo[] parameters, Linq[] arguments)
    {
        var isOpen = parameters is [.., var last] && last.IsDefined(typeof(ParamArrayAttribute));
        var single = isOpen ? parameters.Length - 1 : parameters.Length;
        if (isOpen ? arguments.Length < parameters.Length : arguments.Length != parameters.Length)
        {
            return null;
        }

        var element = isOpen ? parameters[^1].ParameterType.GetElementType()! : null;
        var fitted = arguments
            .Select(
                (argument, index) => TryWiden(argument, index < single ? parameters[index].ParameterType : element!)
            )
            .OfType<Linq>()
            .ToArray();
        if (fitted.Length < arguments.Length)
        {
            return null;
        }

        var widenings = fitted.Zip(arguments).Count(pair => !ReferenceEquals(pair.First, pair.Second));
        return isOpen
            ? (widenings, [.. fitted[..single], Linq.NewArrayInit(element!, fitted[single..])])
            : (widenings, fitted);
    }

    private static Linq? TryWiden(Linq argument, Type type)
    {
        if (argument.Type == type)
        {
            return argument;
        }

        return Widenings.TryGetValue(argument.Type, out var targets) && targets.Contains(type)
            ? Linq.Convert(argument, type)
            : null;
    }
}
