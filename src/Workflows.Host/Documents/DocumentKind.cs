namespace Workflows.Host.Documents;

/// <summary>What a document is.</summary>
internal enum DocumentKind
{
    /// <summary>A RulesEngine file.</summary>
    Rules,

    /// <summary>An Elsa 3 workflow definition.</summary>
    Workflow,

    /// <summary>A folder of contents.</summary>
    Content,
}
