using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Callbacks;

/// <summary>Events about a member and a customer.</summary>
internal static class ContactEvents
{
    public static CallbackEvent Of(Company company, string change, string userId, string customer) =>
        Of(company, change, userId, customer, []);

    /// <summary>A customer was added; there is no welcome code when the chat has begun otherwise, by a transfer for example.</summary>
    public static CallbackEvent Added(
        Company company,
        string userId,
        string customer,
        string? state,
        string? welcomeCode
    ) => Of(company, "add_external_contact", userId, customer, [("State", state), ("WelcomeCode", welcomeCode)]);

    public static CallbackEvent Transferred(Company company, string userId, string customer) =>
        Of(company, "del_external_contact", userId, customer, [("Source", "DELETE_BY_TRANSFER")]);

    public static CallbackEvent TransferFailed(Company company, string userId, string customer, string reason) =>
        Of(company, "transfer_fail", userId, customer, [("FailReason", reason)]);

    private static CallbackEvent Of(
        Company company,
        string change,
        string userId,
        string customer,
        (string Name, string? Value)[] more
    ) =>
        new(
            company.Id,
            "change_external_contact",
            change,
            customer,
            [("UserID", userId), ("ExternalUserID", customer), .. more]
        );
}
