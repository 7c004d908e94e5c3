namespace Workflows.Marketing.Messaging;

/// <summary>Where something is said (载体). The numbers are stored: append, never renumber.</summary>
public enum Carrier : short
{
    /// <summary>A 1:1 chat in WeCom.</summary>
    Private = 1,

    /// <summary>A customer group chat.</summary>
    Group = 2,

    /// <summary>The Moments of a staff member.</summary>
    Moments = 3,

    /// <summary>A text message to a phone.</summary>
    Sms = 4,

    /// <summary>An e-mail.</summary>
    Email = 5,

    /// <summary>A message of an official account.</summary>
    OfficialAccount = 6,

    /// <summary>A subscribe message of a mini-program.</summary>
    MiniProgram = 7,

    /// <summary>A call by phone, by a voice robot or a call list.</summary>
    Call = 8,

    /// <summary>A card that is put into a parcel.</summary>
    PackageCard = 9,

    /// <summary>A task that a staff member does by hand.</summary>
    StaffTask = 10,

    /// <summary>A suggestion in the chat's sidebar that a staff member sends with one tap.</summary>
    Sidebar = 11,

    /// <summary>An HTTP request to a system of the customer's choice.</summary>
    Webhook = 12,

    /// <summary>The greeting that WeCom sends when a customer has added a staff member.</summary>
    Welcome = 13,

    /// <summary>The records of a platform: tags, notes, who serves whom. Nobody reads it, so no limit and no consent concerns it.</summary>
    Record = 14,
}
