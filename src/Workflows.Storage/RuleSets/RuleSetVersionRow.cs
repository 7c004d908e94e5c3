namespace Workflows.Storage.RuleSets;

internal sealed class RuleSetVersionRow
{
    public int Tenant { get; set; }

    /// <summary>The name in upper case: names that differ in case only are one.</summary>
    public required string NameKey { get; set; }

    public int Version { get; set; }

    public required string Name { get; set; }

    public required string Json { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>From when the version is in force; null for ever since.</summary>
    public DateTimeOffset? ValidFrom { get; set; }

    /// <summary>Until when, exclusively; null for ever after.</summary>
    public DateTimeOffset? ValidTo { get; set; }
}
