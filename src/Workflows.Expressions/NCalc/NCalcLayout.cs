using System.Collections.Frozen;

namespace Workflows.Expressions.NCalc;

/// <summary>The slots of a formula: one for each name it mentions.</summary>
internal sealed class NCalcLayout(IReadOnlyList<string> names)
{
    private readonly FrozenDictionary<string, int> _slots = names
        .Select((name, slot) => KeyValuePair.Create(name, slot))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => names;

    public int SlotOf(string name) => _slots.TryGetValue(name, out var slot) ? slot : -1;
}
