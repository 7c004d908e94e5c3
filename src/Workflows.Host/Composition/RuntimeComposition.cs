using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Host.Composition;

/// <summary>The workflow engine as this product uses it: its own activities beside the built-in ones.</summary>
internal static class RuntimeComposition
{
    /// <summary>Compiles definitions that may use marketing's activities.</summary>
    public static WorkflowCompiler CreateCompiler() => new(new ActivityCatalog(typeof(SendMessage).Assembly));

    /// <summary>Says what is wrong with definitions, what only journeys must heed included.</summary>
    /// <param name="ruleSets">The rule sets they may ask.</param>
    /// <param name="channels">The channels they may send by; null where that is not known.</param>
    public static WorkflowValidator CreateValidator(RuleSetCatalog ruleSets, IReadOnlyCollection<string>? channels) =>
        new(CreateCompiler(), [new JourneyCheck(ruleSets, channels)]);
}
