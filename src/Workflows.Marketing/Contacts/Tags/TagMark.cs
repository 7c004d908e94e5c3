namespace Workflows.Marketing.Contacts;

/// <summary>A tag on a contact, and how it came there.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Family">What it is about.</param>
/// <param name="At">When it was put on.</param>
/// <param name="By">Who did: a journey's id, <c>import</c>, a user's name …</param>
/// <param name="StaffId">The member of the staff whose tag it is, in WeCom one of that relation; null for a tag of the company.</param>
public sealed record TagMark(string Tag, TagFamily Family, DateTimeOffset At, string By, string? StaffId = null)
{
    internal bool IsSameAs(TagMark other) =>
        Tag.Equals(other.Tag, StringComparison.Ordinal)
        && Family == other.Family
        && string.Equals(StaffId, other.StaffId, StringComparison.Ordinal);
}
