-- What the content check left to a person is a short list, asked for often.
create index photo_for_person on media.photo (uploaded_at) where screening = 'FOR_PERSON' and subject is not null;
