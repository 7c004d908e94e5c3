namespace Workflows.Expressions.NCalc;

/// <summary>
/// The values of one formula's parameters, each in a slot of its own: the fastest way to evaluate a formula over many rows,
/// without an object for a number or a truth value. For one thread at a time.
/// </summary>
/// <example>
/// <code>
/// var slots = formula.CreateSlots();
/// var orders = slots.SlotOf("orders");
/// foreach (var customer in customers)
/// {
///     slots.Set(orders, customer.Orders);
///     if (formula.EvaluateBoolean(slots)) { … }
/// }
/// </code>
/// </example>
public sealed class NCalcSlots : Scope
{
    private readonly NCalcLayout _layout;
    private readonly NCalcValue[] _values;
    private readonly bool[] _isSet;

    internal NCalcSlots(NCalcLayout layout)
    {
        _layout = layout;
        _values = new NCalcValue[layout.Names.Count];
        _isSet = new bool[layout.Names.Count];
    }

    /// <summary>The slot of a parameter.</summary>
    /// <param name="name">The name, exactly as the formula writes it.</param>
    /// <returns>The slot, or -1 where the formula does not mention the name.</returns>
    public int SlotOf(string name) => _layout.SlotOf(name);

    /// <summary>Puts a number into a slot.</summary>
    /// <exception cref="IndexOutOfRangeException">The formula has no such slot.</exception>
    public void Set(int slot, int value) => Put(slot, NCalcValue.Of(value));

    /// <summary>Puts a number into a slot.</summary>
    /// <exception cref="IndexOutOfRangeException">The formula has no such slot.</exception>
    public void Set(int slot, long value) => Put(slot, NCalcValue.Of(value));

    /// <summary>Puts a number into a slot.</summary>
    /// <exception cref="IndexOutOfRangeException">The formula has no such slot.</exception>
    public void Set(int slot, double value) => Put(slot, NCalcValue.Of(value));

    /// <summary>Puts a truth value into a slot.</summary>
    /// <exception cref="IndexOutOfRangeException">The formula has no such slot.</exception>
    public void Set(int slot, bool value) => Put(slot, NCalcValue.Of(value));

    /// <summary>Puts a text into a slot.</summary>
    /// <exception cref="IndexOutOfRangeException">The formula has no such slot.</exception>
    public void Set(int slot, string? value) => Put(slot, NCalcValue.Of(value));

    /// <summary>Puts any value into a slot.</summary>
    /// <exception cref="IndexOutOfRangeException">The formula has no such slot.</exception>
    public void Set(int slot, object? value) => Put(slot, NCalcValue.From(value));

    /// <summary>Empties all slots; a formula that then asks for one fails, as with a name that is not known.</summary>
    public void Clear() => Array.Clear(_isSet);

    /// <inheritdoc/>
    public override bool TryGet(string name, out object? value)
    {
        var slot = SlotOf(name);
        value = slot >= 0 && _isSet[slot] ? _values[slot].ToObject() : null;
        return slot >= 0 && _isSet[slot];
    }

    internal bool TryRead(NCalcLayout layout, int slot, out NCalcValue value)
    {
        // The slots of another formula are a scope like any other.
        if (!ReferenceEquals(layout, _layout) || !_isSet[slot])
        {
            value = default;
            return false;
        }

        value = _values[slot];
        return true;
    }

    private void Put(int slot, NCalcValue value)
    {
        _values[slot] = value;
        _isSet[slot] = true;
    }
}
