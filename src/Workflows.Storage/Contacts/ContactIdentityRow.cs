namespace Workflows.Storage.Contacts;

internal sealed class ContactIdentityRow
{
    public int Tenant { get; set; }

    public short Kind { get; set; }

    public required string Value { get; set; }

    public Guid ContactId { get; set; }
}
