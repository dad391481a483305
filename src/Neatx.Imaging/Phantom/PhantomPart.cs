namespace Neatx.Imaging.Phantom;

/// <summary>The random stream of each part of a film, so that a change in one part leaves the others as they were.</summary>
internal enum PhantomPart : ulong
{
    // The patient, the same on every film of hers.
    Habitus = 1,
    Heart = 2,
    Vessels = 3,
    Ribs = 4,
    Spine = 5,
    Shoulders = 6,
    Breasts = 7,
    Airway = 8,
    LastOfPatient = Airway,

    // The film.
    Pose = 32,
    CrookedX = 33,
    CrookedY = 34,
    Abdomen = 35,
    Texture = 36,
    Response = 37,
    Grain = 38,
    Marker = 39,
    Collimation = 40,
    Clutter = 41,
    Leads = 42,
    CentralLine = 43,
    Pacemaker = 44,
    Opacity = 45,
    ChestDrain = 64,
    Endotracheal = 65,
    Tracheostomy = 66,
    Nasogastric = 67,
    Pneumothorax = 68,
    Effusion = 69,
}
