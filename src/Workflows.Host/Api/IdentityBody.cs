using Workflows.Marketing.Contacts;

namespace Workflows.Host.Api;

/// <summary>One name a contact is known by.</summary>
internal sealed record IdentityBody(string Kind, string Value)
{
    public static IdentityBody From(ContactIdentity identity) => new(identity.KindName, identity.Value);
}
