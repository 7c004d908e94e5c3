namespace Workflows.Marketing.Contacts;

/// <summary>An attribute that the workspace knows.</summary>
/// <param name="Name">Its name, as rules and files write it; letters count.</param>
/// <param name="Kind">What its values are.</param>
public sealed record AttributeDefinition(string Name, AttributeKind Kind)
{
    /// <summary>What people read.</summary>
    public AttributeLabel Label { get; init; } = AttributeLabel.None;

    /// <summary>Whether each row of a file of contacts has to say it, and nobody may take it away.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values of a choice, and of the items of a list where there are any.</summary>
    public IReadOnlyList<AttributeChoice> Choices { get; init; } = [];

    /// <summary>Whether it has a value among its choices.</summary>
    internal bool Offers(string value) => Choices.Any(choice => choice.Value.Equals(value, StringComparison.Ordinal));
}
