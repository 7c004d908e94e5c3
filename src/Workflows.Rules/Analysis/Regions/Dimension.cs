namespace Workflows.Rules.Analysis.Regions;

/// <summary>One thing that conditions ask about, independent of all others.</summary>
/// <param name="Field">The field that is asked about.</param>
/// <param name="Everything">All values of the dimension.</param>
internal abstract record Dimension(FieldPath Field, ValueSet Everything)
{
    /// <summary>Tells dimensions apart.</summary>
    public abstract string Key { get; }

    /// <summary>The field's own value.</summary>
    internal sealed record Value(FieldPath Field, ValueSet Everything) : Dimension(Field, Everything)
    {
        public override string Key => Field.Text;
    }

    /// <summary>How far the field is ahead of another one: days before now are negative.</summary>
    internal sealed record Distance(FieldPath Field, FieldPath Anchor, ValueSet Everything)
        : Dimension(Field, Everything)
    {
        public override string Key => $"{Field.Text} - {Anchor.Text}";
    }

    /// <summary>Whether a list holds a text: yes or no.</summary>
    internal sealed record Membership(FieldPath Field, string Item, ValueSet Everything) : Dimension(Field, Everything)
    {
        public override string Key => $"{Field.Text} has {Item}";
    }
}
