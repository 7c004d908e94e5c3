using Workflows.Rules.Binding;

namespace Workflows.Rules.Compilation;

/// <summary>A parameter over values in their places.</summary>
internal sealed class CarefulParam
{
    private readonly Lazy<Func<object?[], object?>> _value;

    private CarefulParam(BoundParam param, Slots slots)
    {
        Name = param.Variable.Name!;
        Place = slots[param.Variable];
        _value = new(() => slots.Compile<object?>(param.Value.Body));
    }

    public string Name { get; }

    public int Place { get; }

    public static IReadOnlyList<CarefulParam> All(IReadOnlyList<BoundParam> parameters, Slots slots)
    {
        var all = new List<CarefulParam>(parameters.Count);
        foreach (var param in parameters)
        {
            slots.Add(param.Variable);
            all.Add(new CarefulParam(param, slots));
        }

        return all;
    }

    public void WorkOut(object?[] values) => values[Place] = _value.Value(values);
}
