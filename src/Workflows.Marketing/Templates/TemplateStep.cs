namespace Workflows.Marketing.Templates;

/// <summary>One step of a template's standard operating procedure.</summary>
/// <param name="When">When it is due.</param>
/// <param name="Who">Whose step it is, one of the template's roles; <c>system</c> for what happens by itself.</param>
/// <param name="What">What is done.</param>
public sealed record TemplateStep(TemplateText When, string Who, TemplateText What);
