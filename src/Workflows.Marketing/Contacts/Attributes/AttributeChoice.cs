namespace Workflows.Marketing.Contacts;

/// <summary>A value that an attribute may have.</summary>
/// <param name="Value">The value, as rules write it.</param>
/// <param name="Label">What people read.</param>
public sealed record AttributeChoice(string Value, AttributeLabel Label);
