using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Importing;

/// <summary>What a column of a CSV file means.</summary>
internal abstract record ImportColumn(int Place, string Header)
{
    /// <summary>A name the contact is known by.</summary>
    internal sealed record Identity(int Place, string Header, IdentityKind Kind) : ImportColumn(Place, Header);

    /// <summary>The event's source.</summary>
    internal sealed record Source(int Place, string Header) : ImportColumn(Place, Header);

    /// <summary>The event's id.</summary>
    internal sealed record Id(int Place, string Header) : ImportColumn(Place, Header);

    /// <summary>The event's type.</summary>
    internal sealed record Type(int Place, string Header) : ImportColumn(Place, Header);

    /// <summary>When it happened, or when the contact joined.</summary>
    internal sealed record Time(int Place, string Header) : ImportColumn(Place, Header);

    /// <summary>The contact's tags, separated by <c>|</c>.</summary>
    internal sealed record Tags(int Place, string Header) : ImportColumn(Place, Header);

    /// <summary>The lines of the event's order, as <see cref="ImportLines"/> reads them.</summary>
    internal sealed record Lines(int Place, string Header) : ImportColumn(Place, Header);

    /// <summary>A member of the event's data, or an attribute of the contact.</summary>
    internal sealed record Value(int Place, string Header, string Name) : ImportColumn(Place, Header);
}
