namespace Workflows.Rules.Explaining;

/// <summary>What people call a member of an input.</summary>
/// <param name="Path">The member as expressions write it, such as <c>contact.PaidOrderCount</c>; case does not matter.</param>
/// <param name="English">Its name in English, in the middle of a sentence.</param>
/// <param name="Chinese">Its name in Chinese.</param>
public sealed record FieldName(string Path, string English, string Chinese);
