namespace Workflows.Marketing.Contacts;

/// <summary>A member of a contact as people know it.</summary>
/// <param name="Member">The property of <see cref="Contact"/>.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Chinese">Its name in Chinese.</param>
/// <param name="Headers">What the header of a file may call it, besides its other names; without spaces, in lower case.</param>
public sealed record ContactField(string Member, string English, string Chinese, params IReadOnlyList<string> Headers);
