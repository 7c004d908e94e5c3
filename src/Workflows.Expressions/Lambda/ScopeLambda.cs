using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Expressions.Diagnostics;
using Workflows.Expressions.Evaluation;
using Node = System.Linq.Expressions.Expression;

namespace Workflows.Expressions.Lambda;

/// <summary>Compiles lambda text to a function over a scope: every input it uses is read once, converted to its declared type.</summary>
internal static class ScopeLambda
{
    private static readonly MethodInfo ReadMethod = typeof(ScopeLambda).GetMethod(
        nameof(Read),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static readonly MethodInfo CoerceMethod = typeof(Coerce)
        .GetMethods()
        .Single(method => method is { Name: nameof(Coerce.To), IsGenericMethod: true });

    public static ExpressionCompilation Compile(string text, InputShape shape, ExpressionLimits limits)
    {
        var code = CSharpText.Prepare(text, out var diagnostic);
        if (diagnostic is not null)
        {
            return ExpressionCompilation.Failed(diagnostic);
        }

        var slots = new Slots(shape);
        var parsed = LambdaNotation.Parse(
            code,
            slots.Parameters,
            null,
            limits,
            [],
            LambdaNotation.OwnConfig([], comparesObjects: true)
        );
        if (!parsed.Succeeded)
        {
            return ExpressionCompilation.Failed(parsed.Diagnostics);
        }

        var body = slots.Visit(parsed.Lambda.Body)!;
        return slots.Misused is { } group
            ? ExpressionCompilation.Failed(
                new Diagnostic(DiagnosticCodes.NotSupported, $"'{group}' is not a value; name one of its members.")
            )
            : ExpressionCompilation.Of(text, Notation.Lambda, Bind(body, slots));
    }

    private static Func<Scope, object?> Bind(Node body, Slots slots)
    {
        var scope = Node.Parameter(typeof(Scope), "scope");
        var reads = slots.Used.Select(slot =>
            (Node)
                Node.Assign(
                    slot.Variable,
                    Node.Call(ReadMethod.MakeGenericMethod(slot.Variable.Type), scope, Node.Constant(slot.Name))
                )
        );
        var block = Node.Block(
            slots.Used.Select(slot => slot.Variable),
            [.. reads, Node.Convert(body, typeof(object))]
        );
        return Node.Lambda<Func<Scope, object?>>(block, scope).Compile();
    }

    private static T? Read<T>(Scope scope, string name)
    {
        if (!scope.TryGet(name, out var value))
        {
            throw new ExpressionException(DiagnosticCodes.UnknownName, $"There is no input '{name}'.");
        }

        if (value is T fitting)
        {
            return fitting;
        }

        return Coerce.TryTo(value, typeof(T), out var converted)
            ? (T?)converted
            : throw new ExpressionException(
                DiagnosticCodes.TypeMismatch,
                $"The input '{name}' is not a {typeof(T).Name}."
            );
    }

    private sealed record Slot(string Name, ParameterExpression Variable);

    /// <summary>The inputs as the parser sees them, and as variables of the compiled function.</summary>
    private sealed class Slots : ExpressionVisitor
    {
        private readonly Dictionary<string, Slot> _slots = new(StringComparer.OrdinalIgnoreCase);
        private readonly HashSet<ParameterExpression> _groups = [];
        private readonly List<Slot> _used = [];

        public Slots(InputShape shape)
        {
            var parameters = new List<ParameterExpression>();
            foreach (var input in shape.Parameters)
            {
                var variable = Node.Variable(SeenAs(input.Type), input.Name.Replace('.', '_'));
                _slots[input.Name] = new Slot(input.Name, variable);
            }

            parameters.AddRange(
                shape.Parameters.Where(input => !input.Name.Contains('.')).Select(input => _slots[input.Name].Variable)
            );
            foreach (
                var group in shape
                    .Parameters.Where(input => input.Name.Contains('.'))
                    .GroupBy(GroupOf, StringComparer.OrdinalIgnoreCase)
            )
            {
                var members = group.Select(input => new DynamicProperty(
                    input.Name[(group.Key.Length + 1)..],
                    input.Type
                ));
                var parameter = Node.Parameter(
                    DynamicClassFactory.CreateType([.. members], createParameterCtor: false),
                    group.Key
                );
                _groups.Add(parameter);
                parameters.Add(parameter);
            }

            Parameters = parameters;
        }

        public IReadOnlyList<ParameterExpression> Parameters { get; }

        public IReadOnlyList<Slot> Used => _used;

        public string? Misused { get; private set; }

        protected override Node VisitMember(MemberExpression node) =>
            node.Expression is ParameterExpression group && _groups.Contains(group)
                ? Use($"{group.Name}.{node.Member.Name}")
                : base.VisitMember(node);

        protected override Node VisitParameter(ParameterExpression node)
        {
            if (_groups.Contains(node))
            {
                Misused = node.Name;
            }
            else if (node.Name is { } name && _slots.TryGetValue(name, out var slot) && slot.Variable == node)
            {
                return Use(name);
            }

            return node;
        }

        // A value of unknown type that meets a typed one is converted, not cast: it may come from JSON or a script.
        protected override Node VisitUnary(UnaryExpression node)
        {
            var converts =
                node is { NodeType: ExpressionType.Convert, Operand.Type: var from } && from == typeof(object);
            return converts && node.Type != typeof(object)
                ? Node.Call(CoerceMethod.MakeGenericMethod(node.Type), Visit(node.Operand))
                : base.VisitUnary(node);
        }

        private static string GroupOf(InputParameter input) =>
            input.Name[..input.Name.IndexOf('.', StringComparison.Ordinal)];

        // What has no members of its own is looked into when it arrives.
        private static Type SeenAs(Type type) =>
            typeof(IDictionary<string, object?>).IsAssignableFrom(type)
            || type == typeof(JsonElement)
            || typeof(JsonNode).IsAssignableFrom(type)
                ? typeof(object)
                : type;

        private ParameterExpression Use(string name)
        {
            var slot = _slots[name];
            if (!_used.Contains(slot))
            {
                _used.Add(slot);
            }

            return slot.Variable;
        }
    }
}
