namespace Workflows.WeComEmulator.Phones;

/// <summary>One phone of the list.</summary>
/// <param name="Count">Messages a customer received, or tasks that wait for a member.</param>
internal sealed record PhoneEntry(string Id, string Name, string Subtitle, int Count);
